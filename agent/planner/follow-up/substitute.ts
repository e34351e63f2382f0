import type { Item, ItemOf } from "../parse/items.ts";
import type { Reading } from "../read.ts";
import { isPointer } from "../referent.ts";
import { hasOtherQuota } from "./edit-nouns.ts";

/**
 * "when was it last seen?": a question of its own about the one SIM, or the customer, that was talked about.
 * `one`: the SIM that was shown last.
 */
export function substituted(
  earlier: Reading,
  later: Reading,
  one: ItemOf<"value"> | null = null,
): Reading | null {
  const [pronoun] = later.items.filter((item) => isPronoun(item) || isPointer(item, later.words));
  if (!pronoun || later.items.some((item) => item.cat === "value" && item.dim === "sim"))
    return null;
  if (isOtherQuota(earlier, later) || asksForTheSame(later)) return null;
  const referent =
    pronoun.cat === "dim"
      ? only(earlier, pronoun.dim)
      : (only(earlier, "sim") ??
        (isOfOne(pronoun, later.words) && isWhole(later) ? one : null) ??
        customerOf(earlier, later) ??
        thingOf(earlier, later));
  if (!referent) return null;
  const isThing = !["sim", "customer"].includes(referent.dim ?? "");
  const items = later.items.filter(
    (item) =>
      item !== pronoun &&
      !isPronoun(item) &&
      !(isThing && item.cat === "metric" && item.verb && item.end === pronoun.start),
  );
  const at = { start: pronoun.start, end: pronoun.end };
  return { ...later, items: [...items, { ...referent, ...at }].sort((a, b) => a.start - b.start) };
}

function isPronoun(item: Item): boolean {
  return item.cat === "word" && item.word === "pronoun";
}

/** "it", "that SIM"; not "they". */
function isOfOne({ start, end }: Item, words: readonly string[]): boolean {
  return /^(?:it|its|(?:this|that|the)(?: same)? (?:one|sim|device|card))$/.test(
    words.slice(start, end).join(" "),
  );
}

/** "its SMS the same way": all else stays as it was. */
function asksForTheSame({ items }: Reading): boolean {
  return items.some((item) => item.cat === "word" && item.word === "same");
}

/** "and its SMS?" after what is left of the data asks for the other quota. */
function isOtherQuota(earlier: Reading, later: Reading): boolean {
  const isSms = later.items.some(
    (item) => item.cat === "noun" && item.view === "sms_messages" && item.conds.length === 0,
  );
  const ofQuota = earlier.items
    .flatMap(parts)
    .some((item) => item.cat === "metric" && hasOtherQuota(item.metric));
  return isSms && ofQuota && !later.items.some((item) => item.cat === "ask");
}

/** Whether it is of one SIM or of one customer: what is edited stays theirs. */
export function namesOne(reading: Reading): boolean {
  return (only(reading, "sim") ?? only(reading, "customer")) !== null;
}

/** What the one SIM that a reading is of is called; null where it is of others, or of several. */
export function namedSim(reading: Reading): string | null {
  return only(reading, "sim")?.cond.said ?? null;
}

function only(reading: Reading, dim: string): ItemOf<"value"> | null {
  const values = reading.items
    .flatMap(parts)
    .filter(
      (item): item is ItemOf<"value"> =>
        item.cat === "value" && item.dim === dim && !item.cond.negated,
    );
  const [value] = values;
  return value && values.every((other) => other.cond.said === value.cond.said) ? value : null;
}

/** "they" are the customer where the question before asked for a figure of it, not for its SIMs. */
function customerOf(earlier: Reading, later: Reading): ItemOf<"value"> | null {
  const isOfRows = earlier.items.some(
    (item) =>
      (item.cat === "noun" && !item.weak && (item.view !== "sims" || item.conds.length > 0)) ||
      ["cond", "pred", "quote"].includes(item.cat),
  );
  return isOfRows || !isWhole(later) ? null : only(earlier, "customer");
}

/** "What does Nano cost?" → "how many SIMs are on it?": the plan, the network or the place. */
function thingOf(earlier: Reading, later: Reading): ItemOf<"value"> | null {
  const isOfRows = earlier.items.some((item) => item.cat === "noun" && !item.weak);
  if (isOfRows || !isWhole(later)) return null;
  const named = ["rate_plan", "operator", "country", "team"].flatMap(
    (dim) => only(earlier, dim) ?? [],
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Whether it says what is asked for. */
export function isWhole(reading: Reading): boolean {
  return reading.items.some((item) => (item.cat === "noun" && !item.weak) || item.cat === "metric");
}

function parts(item: Item): Item[] {
  const { start, end, score } = item;
  return item.cat === "bundle"
    ? item.parts.flatMap((part) => parts({ ...part, start, end, score }))
    : [item];
}
