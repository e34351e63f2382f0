import { partsOf } from "../parse/compose.ts";
import type { Item, Sem } from "../parse/items.ts";
import { demandsUnknown } from "./background.ts";
import { isRepeated, saidOf } from "./carried.ts";
import { asks, narrates, restricts } from "./mood.ts";
import { hasStranger } from "./strangers.ts";
import type { Understood } from "./understood.ts";

/** What a remark may say without choosing rows or figures. */
const IDLE: readonly Item["cat"][] = ["filler", "word", "ask", "vague", "says", "pred", "column"];
/** What the question proper says better, once it comes. */
const RESTATED: readonly Item["cat"][] = [
  "metric",
  "dim",
  "noun",
  "group",
  "by",
  "grain",
  "agg",
  "top",
  "superlative",
  "order",
  "unit",
];
const POINTING =
  /^(?:they|them|their|theirs|it|its|he|him|his|she|her|those|these|ones|one|same|em)$/;

/**
 * The parts to try a question without, the most promising first: lead-ins ("How concentrated is our traffic? What
 * share …") and remarks behind it, as far as they say nothing that the rest does not.
 */
export function leavings(parts: readonly Understood[]): (readonly Understood[])[] {
  const last = parts.findLastIndex((part) => isComplete(part));
  const first = parts.findIndex((part) => isComplete(part));
  if (last < 0) return [];
  const before = (from: number) =>
    parts.slice(0, from).filter((part) => isIdle(part, parts.slice(from), true));
  const after = (from: number) =>
    parts.slice(from + 1).filter((part) => isIdle(part, parts.slice(0, from + 1), false));
  const ends = after(last);
  const tries = [
    [...before(last), ...ends],
    before(last),
    ...(first === last ? [] : [[...before(first), ...ends], before(first), after(first)]),
    ends,
  ];
  const seen = new Set<string>();
  return tries.filter((left) => {
    const key = left.map((part) => parts.indexOf(part)).join();
    const kept = parts.filter((part) => !left.includes(part));
    const isNew = left.length > 0 && kept.length > 0 && !seen.has(key);
    seen.add(key);
    return isNew && kept.some(isComplete) && standsAlone(kept);
  });
}

/** Rows or a figure are named, and nothing merely told. */
function isComplete(part: Understood): boolean {
  const { segment, items } = part;
  const isNamed = items.flatMap(partsOf).some((item) => item.cat === "metric" || isRows(item));
  if (!isNamed) return false;
  return asks(segment.tokens, segment.before) || !narrates(segment.tokens, { participles: false });
}

function standsAlone(kept: readonly Understood[]): boolean {
  const isNamed = kept.some(({ items }) => items.flatMap(partsOf).some(isRows));
  return (
    isNamed || !kept.some(({ segment }) => segment.tokens.some(({ word }) => POINTING.test(word)))
  );
}

function isRows(item: Sem): boolean {
  return item.cat === "noun" && !item.weak;
}

function isIdle(part: Understood, kept: readonly Understood[], isLeadIn: boolean): boolean {
  const { segment, items } = part;
  const isTitle = isLeadIn && segment.before === ":" && segment.tokens.length <= 3;
  if (!isTitle && !isSentence(isLeadIn ? segment.before : segment.after)) return false; // a clause may restrict
  if (restricts(segment.tokens) || hasStranger(part)) return false;
  if (!isLeadIn && asks(segment.tokens, segment.before)) return false;
  if (demandsUnknown(part)) return false;
  const hasOwnTime = kept.some(({ items: own }) =>
    own.flatMap(partsOf).some(({ cat }) => cat === "time"),
  );
  const kinds = new Set(asks(segment.tokens, segment.before) ? kept.flatMap(kindsShown) : []);
  return items.flatMap(partsOf).every((item) => {
    if (IDLE.includes(item.cat)) return true;
    if (item.cat === "time") return hasOwnTime;
    if (item.cat === "neg" || item.cat === "cmp") return isLeadIn;
    if (item.cat === "value" && isLeadIn && kinds.has(item.dim ?? "")) return true;
    if (saidOf(item).length > 0) return isRepeated(item, kept);
    if (item.cat === "noun" && item.conds.length > 0) return false;
    return RESTATED.includes(item.cat) && (isLeadIn || narrates(segment.tokens));
  });
}

/** "Does anybody use Slack? Entries per channel": the answer shows each of its kind. */
function kindsShown({ items }: Understood): string[] {
  return items
    .flatMap(partsOf)
    .flatMap((item) => (item.cat === "group" ? item.groups : []))
    .flatMap((group) => (group.k === "dim" ? [group.dim] : []));
}

function isSentence(edge: string): boolean {
  return /^[.?!]$/.test(edge);
}
