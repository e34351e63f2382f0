import type { Item } from "../parse/items.ts";
import type { Token } from "../text/tokenise.ts";
import { asks, restricts } from "./mood.ts";
import { isCondition, isWhole, type Understood } from "./understood.ts";

/** "How quick are we? I mean minutes between …, by severity": the question again, in plainer words. */
export function isRestating(part: Understood): boolean {
  const said = part.segment.tokens.map(({ word }) => word).join(" ");
  return isWhole(part) && !part.hasUnknown && RESTATES.test(said);
}

export function isLeadIn({ segment: { before, tokens }, items, times }: Understood): boolean {
  const isBare = !items.some((item) => isCondition(item) || CHOOSING.has(item.cat));
  return before === "?" && times.length === 0 && isBare && !restricts(tokens);
}

const CHOOSING: ReadonlySet<Item["cat"]> = new Set<Item["cat"]>(["superlative", "top", "bundle"]);

const RESTATES =
  /^(?:so |well |, )*(?:i mean|what i mean is|meaning|in other words|that is to say|more precisely|more concretely|more exactly|precisely|concretely|specifically|to be precise|put differently|put simply|ie)\b/;

/** "I need the churn exposure for the deck: what share …": what the question behind the colon says itself. */
export function isAnnouncing(part: Understood, parts: readonly Understood[]): boolean {
  const { segment, items, hasUnknown } = part;
  const next = parts[parts.indexOf(part) + 1];
  if (segment.before !== ":" || !hasUnknown || !next || next.hasUnknown || !isWhole(next))
    return false;
  const isBare = !items.some(
    (item) => (isCondition(item) && item.cat !== "metric") || item.cat === "time",
  );
  return isBare && asks(next.segment.tokens, next.segment.before) && !restricts(segment.tokens);
}

/** "How does the week of X look like? I need the average …": a question that the next one puts in figures. */
export function isOpening(part: Understood, parts: readonly Understood[]): boolean {
  const said = part.segment.tokens.map(({ word }) => word).join(" ");
  const later = parts.slice(parts.indexOf(part) + 1);
  const isAnswered = later.some(
    (next) => isWhole(next) && asks(next.segment.tokens, next.segment.before) && !next.hasUnknown,
  );
  return isAnswered && part.segment.before === "?" && OPENING.test(said);
}

const OPENING =
  /^(?:so |and |well |, )*(?:how|what) (?:do|does|did|is|are|was|were) .{1,80} (?:look|looks|looking|going|doing|developing|behaving|going on|like|faring|shaping up)$|^(?:so |and |well |, )*how (?:far off|accurate|close|well|badly|good|bad|reliable) (?:is|are|was|were|do|does|did|has|have) .{1,60}$/;

/** "Credits: SIMs that were …": a word or two that only head what comes. */
export function isTitleOf(part: Understood, parts: readonly Understood[]): boolean {
  const { tokens, before } = part.segment;
  const next = parts[parts.indexOf(part) + 1];
  return before === ":" && tokens.length <= 2 && next !== undefined && isWhole(next);
}

/** "If we accepted all the downgrade suggestions, what …": of which rows. */
export function isSupposed(tokens: readonly Token[], items: readonly Item[]): boolean {
  const isIf = /^(?:if|suppose|supposing|assuming|provided|imagine|pretend|say)$/;
  const rows = items.some((item) => item.cat === "noun" && !item.weak && item.conds.length > 0);
  return rows && isIf.test(tokens[0]?.word ?? "");
}

/** "Their patient monitors, how many had …": what the question is about, put first. */
export function isTopic({ segment, items }: Understood, parts: readonly Understood[]): boolean {
  const next = parts[parts.findIndex((part) => part.segment === segment) + 1];
  if (segment.before !== "," || !next || !asks(next.segment.tokens, next.segment.before))
    return false;
  const isBare = items.every((item) => ["noun", "filler", "word"].includes(item.cat));
  if (/^(?:those|these|this|that|them)$/.test(segment.tokens[0]?.word ?? "")) return false;
  return isBare && items.some(isSims) && !next.items.some(isSims);
}

const isSims = (item: Item) => item.cat === "noun" && !item.weak && item.view === "sims";
