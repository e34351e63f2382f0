import type { Item } from "./parse/items.ts";
import type { Reading } from "./read.ts";

const PREPOSITIONS = /^(?:about|against|at|by|for|from|in|of|on|onto|over|through|to|under|with)$/;
const JOINS = /^(?:and|but|then|,|\.|;|\?|:|-)$/;

/** "Alerts on it", "the plan of that card": it points at something, and nothing in the question is it. */
export function lacksReferent(reading: Reading): boolean {
  const { items, words } = reading;
  if (items.some(isName)) return false;
  return (
    isOneOfAKind(items, words) ||
    hasBarePronoun(items) ||
    pointsOutside(reading) ||
    isAskedOf(reading) ||
    isOfOnlyThem(reading) ||
    items.some(
      (item) =>
        isPointer(item, words) && !isNamed(item, items) && !isToldBefore(item.start, reading),
    ) ||
    words.some((word, index) => word === "it" && isObject(index, reading))
  );
}

/** "That day", and no day was named. */
export function lacksTime({ items }: Reading): boolean {
  const points = items.some((item) => item.cat === "word" && item.word === "thatTime");
  return points && !items.some((item) => NAMES_TIME.has(item.cat));
}

const NAMES_TIME = new Set<Item["cat"]>(["time", "grain", "compare", "bundle", "cond"]);

const ASIDE: readonly Item["cat"][] = ["filler", "word", "ask", "vague", "pred", "says"];

/** "Check the camera": one of many, which the person has before them. */
function isOneOfAKind(items: readonly Item[], words: readonly string[]): boolean {
  const said = items.filter((item) => !ASIDE.includes(item.cat));
  const [noun] = said;
  return (
    said.length === 1 &&
    noun?.cat === "noun" &&
    noun.view === "sims" &&
    noun.plural !== true &&
    noun.conds.length === 1 &&
    words[noun.start - 1] === "the"
  );
}

/** "How much did it use": a pronoun, and no rows that it could stand for. */
function hasBarePronoun(items: readonly Item[]): boolean {
  const pronoun = items.find((item) => item.cat === "word" && item.word === "pronoun");
  const points = pronoun !== undefined;
  const named = items.some(
    (item) =>
      isRows(item) ||
      (item.cat === "metric" && !item.verb && item.end < (pronoun?.start ?? 0)) ||
      item.cat === "grain" ||
      (item.cat === "word" && item.word === "whichDay") ||
      (item.cat === "bundle" &&
        item.parts.some((part) => part.cat === "noun" || part.cat === "group")) ||
      (item.cat === "cond" && (item.cond.k === "count" || item.cond.k === "related")),
  );
  return points && !named;
}

/** "How long does it take": it means nothing. */
const DUMMY = new Set(["take", "takes", "took", "taken"]);
const POINTING = new Set(["its", "their", "they", "them", "it"]);

/** "Show its alerts", "whose SIM is it": the pronoun stands before all that it could mean. */
function pointsOutside(reading: Reading): boolean {
  const { items, words } = reading;
  const first = items.find(
    (item) =>
      item.cat === "word" &&
      item.word === "pronoun" &&
      POINTING.has(words[item.start] ?? "") &&
      !DUMMY.has(words[item.end] ?? ""),
  );
  if (!first) return false;
  const asked = words.slice(0, first.start).join(" ");
  if (/\b(?:which|what|whose) \w+ (?:is|are|was|were)$/.test(asked))
    return !isToldBefore(first.start, reading);
  return !items.some(
    (item) =>
      item.start < first.start &&
      (isRows(item) ||
        ["metric", "value", "cond", "bundle", "time", "grain", "agg"].includes(item.cat)),
  );
}

/** "Show its alerts", "and their SIMs": of somebody that this question does not name. */
export function isOfOneOutside(reading: Reading): boolean {
  const { items, words } = reading;
  if (items.some((item) => isSims(item) && words[item.start - 1] === "their")) return true;
  const isOfOne = items.some(
    (item) =>
      item.cat === "word" &&
      item.word === "pronoun" &&
      !THEIRS.has(words[item.start] ?? "") &&
      !DUMMY.has(words[item.end] ?? ""),
  );
  return isOfOne && lacksReferent(reading);
}

function isSims(item: Item): boolean {
  return item.cat === "noun" && item.view === "sims" && !item.weak;
}

const THEIRS = new Set(["their", "theirs", "they", "them", "those", "these"]);

/** "How many open alerts do they have": what stands before the pronoun is what they have, not they. */
export function isAskedOf({ words }: Pick<Reading, "words">): boolean {
  const at = words.findIndex(
    (word, index) => THEY.test(word) && DOING.test(words[index - 1] ?? "") && index > 1,
  );
  const lead = /^(?:and|but|so|then)$/.test(words[0] ?? "") ? 1 : 0;
  return at > 0 && !words.slice(lead, at).some((word) => JOINS.test(word));
}

/** "Any tickets about them": what stands before is what is asked for, and nothing else is named. */
function isOfOnlyThem({ items, words }: Reading): boolean {
  const at = words.findIndex(
    (word, index) => THEM.test(word) && ABOUT.test(words[index - 1] ?? ""),
  );
  if (at < 0) return false;
  const before = items.filter((item) => item.end <= at);
  const isOther = before.some((item) => ["value", "cond", "bundle"].includes(item.cat));
  const isApart = words.slice(0, at).some((word) => JOINS.test(word));
  return before.filter(isRows).length === 1 && !isOther && !isApart;
}

const THEM = /^(?:them|those|these)$/;
const ABOUT = /^(?:about|against|for|from|on|to|with)$/;
const THEY = /^(?:they|these|those)$/;
const DOING = /^(?:do|did|have|had)$/;

/** "That card", "this one", "this customer". */
export function isPointer(item: Item, words: readonly string[]): boolean {
  const isThat = (index: number) => words[index] === "this" || words[index] === "that";
  if (item.cat === "word")
    return item.word === "pronoun" && item.end - item.start > 1 && isThat(item.start);
  return item.cat === "dim" && item.plural !== true && isThat(item.start - 1);
}

/** "O2 is shaky: rejects on that network". */
function isNamed(pointer: Item, items: readonly Item[]): boolean {
  return items.some(
    (item) => item.cat === "value" && pointer.cat === "dim" && item.dim === pointer.dim,
  );
}

/** In a part of the question that is over: "which SIM used most, and which plan is that SIM on". */
export function isToldBefore(
  start: number,
  { items, words }: Pick<Reading, "items" | "words">,
): boolean {
  return items.some(
    (item) =>
      item.end <= start &&
      isRows(item) &&
      words.slice(item.end, start).some((word) => JOINS.test(word)),
  );
}

/** "To it", where nothing singular was named before. */
function isObject(index: number, { items, words }: Reading): boolean {
  const isUsed = items.some((item) => item.cat === "metric" && item.verb && item.end === index);
  const isPartOf =
    words[index - 1] === "of" &&
    /^(?:much|many|%|percent|part|share)$/.test(words[index - 2] ?? "");
  if (isPartOf && items.some((item) => item.cat === "metric" && item.end < index - 2)) return false;
  if (!isUsed && !PREPOSITIONS.test(words[index - 1] ?? "")) return false;
  return !items.some(
    (item) =>
      item.end <= index &&
      isRows(item) &&
      !((item.cat === "noun" || item.cat === "dim") && item.plural === true),
  );
}

function isRows(item: Item): boolean {
  return (item.cat === "noun" && !item.weak) || item.cat === "dim" || item.cat === "group";
}

function isName(item: Item): boolean {
  return item.cat === "value" && ["sim", "customer", "tag", "rate_plan"].includes(item.dim ?? "");
}
