import { estimateTokens } from "./estimate-tokens.ts";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface Fitted {
  readonly value: Record<string, Json>;
  /** The longest list that was cut: where it is, how much of it is shown, and how much there is. */
  readonly cut: { readonly path: string; readonly shown: number; readonly of: number } | null;
}

const LIST_LENGTHS = [200, 100, 50, 30, 20, 10, 5, 2, 1] as const;
const TEXT_LENGTHS = [2_000, 400, 100, 30, 10] as const;
const FIELD_COUNTS = [50, 20, 5, 1] as const;

interface Limit {
  readonly list: number;
  readonly text: number;
  readonly fields: number;
}

const LIMITS: readonly Limit[] = [
  ...LIST_LENGTHS.map((list) => ({ list, text: 2_000, fields: Number.POSITIVE_INFINITY })),
  ...TEXT_LENGTHS.map((text) => ({ list: 1, text, fields: Number.POSITIVE_INFINITY })),
  ...FIELD_COUNTS.map((fields) => ({ list: 1, text: 10, fields })),
];

/**
 * An output in about so many tokens of JSON: its lists are cut first, to the same length each, then its texts, and
 * fields are left out at last. What is left has the shape of the whole.
 */
export function fitInto(output: unknown, maxTokens: number): Fitted {
  const text = JSON.stringify(output);
  const whole = JSON.parse(text);
  if (estimateTokens(text, maxTokens) <= maxTokens) return { value: whole, cut: null };
  for (const limit of limitsFor(longestList(whole))) {
    const fitted = cutTo(whole, limit);
    if (isWithin(fitted.value, maxTokens)) return fitted;
  }
  throw new Error("an output has too many fields to fit");
}

/** Without those that cut no list and are followed by another that cuts none. */
function limitsFor(longest: number): readonly Limit[] {
  const lastWithAll = LIST_LENGTHS.findLastIndex((list) => list >= longest);
  return LIMITS.slice(Math.max(0, lastWithAll));
}

function longestList(value: Json): number {
  if (value === null || typeof value !== "object") return 0;
  let longest = Array.isArray(value) ? value.length : 0;
  for (const one of Object.values(value)) longest = Math.max(longest, longestList(one));
  return longest;
}

/** The beginning of a text, in about so many tokens. */
export function fitText(text: string, maxTokens: number): string {
  if (estimateTokens(text, maxTokens) <= maxTokens) return text;
  const shown = TEXT_LENGTHS.find(
    (length) => estimateTokens(text.slice(0, length), maxTokens) <= maxTokens,
  );
  return shorten(text, shown ?? 0);
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length).toWellFormed()}…` : text;
}

function isWithin(value: unknown, maxTokens: number): boolean {
  return estimateTokens(JSON.stringify(value), maxTokens) <= maxTokens;
}

function cutTo(whole: Json, limit: Limit): Fitted {
  let cut: Fitted["cut"] = null;
  const visit = (value: Json, path: string): Json => {
    if (typeof value === "string") return shorten(value, limit.text);
    if (Array.isArray(value)) {
      if (value.length > limit.list && value.length > (cut?.of ?? 0)) {
        cut = { path, shown: limit.list, of: value.length };
      }
      return value.slice(0, limit.list).map((one) => visit(one, path));
    }
    if (value === null || typeof value !== "object") return value;
    const fields = Object.entries(value).slice(0, limit.fields);
    return Object.fromEntries(
      fields.map(([name, one]) => [name, visit(one, path ? `${path}.${name}` : name)]),
    );
  };
  return { value: visit(whole, "") as Record<string, Json>, cut };
}
