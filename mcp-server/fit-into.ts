type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface Fitted {
  readonly value: Record<string, Json>;
  /** The longest list that was cut: where it is, how much of it is shown, and how much there is. */
  readonly cut: { readonly path: string; readonly shown: number; readonly of: number } | null;
}

const LIST_LENGTHS = [200, 100, 50, 30, 20, 10, 5, 2, 1] as const;
const TEXT_LENGTHS = [2_000, 400, 100, 30] as const;

/**
 * An output in so many characters of JSON: its lists are cut first, to the same length each, then its texts.
 * What is left has the shape of the whole.
 */
export function fitInto(output: unknown, maxChars: number): Fitted {
  const whole = JSON.parse(JSON.stringify(output));
  if (JSON.stringify(whole).length <= maxChars) return { value: whole, cut: null };
  const limits = [
    ...LIST_LENGTHS.map((list) => ({ list, text: TEXT_LENGTHS[0] })),
    ...TEXT_LENGTHS.map((text) => ({ list: 1, text })),
  ];
  for (const limit of limits) {
    const fitted = cutTo(whole, limit);
    if (JSON.stringify(fitted.value).length <= maxChars) return fitted;
  }
  throw new Error("an output has too many fields to fit");
}

function cutTo(whole: Json, limit: { list: number; text: number }): Fitted {
  let cut: Fitted["cut"] = null;
  const visit = (value: Json, path: string): Json => {
    if (typeof value === "string") {
      return value.length > limit.text ? `${value.slice(0, limit.text).toWellFormed()}…` : value;
    }
    if (Array.isArray(value)) {
      if (value.length > limit.list && value.length > (cut?.of ?? 0)) {
        cut = { path, shown: limit.list, of: value.length };
      }
      return value.slice(0, limit.list).map((one) => visit(one, path));
    }
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        visit(one, path ? `${path}.${name}` : name),
      ]),
    );
  };
  return { value: visit(whole, "") as Record<string, Json>, cut };
}
