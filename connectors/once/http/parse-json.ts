/** What a double would round stays text: ids of events have up to 19 digits. Undefined for what is no JSON. */
export function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "", exact as (key: string, value: unknown) => unknown);
  } catch {
    return undefined;
  }
}

function exact(_key: string, value: unknown, { source }: { readonly source: string }): unknown {
  const isRounded = Number.isInteger(value) && !Number.isSafeInteger(value);
  return isRounded && /^-?\d+$/.test(source) ? source : value;
}
