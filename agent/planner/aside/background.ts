import type { Item } from "../parse/items.ts";
import type { Token } from "../text/tokenise.ts";
import { isFactOfOne } from "./fact-of-one.ts";
import {
  isAnnouncing,
  isLeadIn,
  isOpening,
  isRestating,
  isSupposed,
  isTitleOf,
  isTopic,
} from "./lead-ins.ts";
import { asks, asksWithin, narrates, ordersWithin, restricts } from "./mood.ts";
import { isRead } from "./parts.ts";
import { isCondition, isWhole, type Understood } from "./understood.ts";

/** The parts that are the question, and those that only lead up to it. */
export interface Told {
  readonly mains: readonly Understood[];
  /** Headings whose unknown words do not matter: "Containment check: which SIMs …". */
  readonly headings: readonly Understood[];
  readonly background: readonly Understood[];
}

export function tell(parts: readonly Understood[]): Told {
  const restated = parts.findIndex(isRestating);
  const before = parts.slice(0, Math.max(0, restated));
  if (before.length > 0 && before.every(isLeadIn)) {
    const told = tell(parts.slice(restated));
    return { ...told, background: [...before, ...told.background] };
  }
  const asking = askingParts(parts);
  if (parts.length < 2) return { mains: parts, headings: [], background: [] };
  const isPointing = asking.length > 0 && !asking.some(isWhole);
  if (
    !asking.some(isWhole) &&
    !(isPointing && parts.some((part) => isWhole(part) && isTold(part)))
  ) {
    const background = parts.filter((part) => isRemark(part, parts) || isTitle(part));
    const headings = parts.filter(
      (part) => !background.includes(part) && part.hasUnknown && isHeading(part, parts),
    );
    const mains = parts.filter((part) => !background.includes(part) && !headings.includes(part));
    return mains.some((part) => isWhole(part) && !isTitleOf(part, parts))
      ? { mains, headings, background }
      : { mains: parts, headings: [], background: [] };
  }
  const rest = parts.filter((part) => !asking.includes(part));
  const last = Math.max(...asking.map((part) => parts.indexOf(part)));
  const asksWhere = asking.some(({ segment }) =>
    segment.tokens.some(({ word }) => word === "where"),
  );
  const isSaidOfIt = (part: Understood) =>
    isPointing && isWhole(part) && !(asksWhere && isFactOfOne(part.items));
  const background = rest.filter(
    (part) =>
      isTitle(part) ||
      (!isSaidOfIt(part) &&
        !isTopic(part, parts) &&
        (isTold(part) || isRemark(part, parts) || isStatement(part, asking)) &&
        !(parts.indexOf(part) > last && part.items.some(isFigure))),
  );
  const headings = rest.filter(
    (part) => !background.includes(part) && isHeading(part, parts) && part.hasUnknown,
  );
  const idle = asking.filter(
    (part) =>
      isAnnouncing(part, parts) ||
      isOpening(part, parts) ||
      (part.hasUnknown &&
        isEmpty(part) &&
        asking.length > 1 &&
        !demandsUnknown(part) &&
        !(part.segment.before === "?" && parts.indexOf(part) === last)),
  );
  return {
    mains: parts.filter(
      (part) => !background.includes(part) && !headings.includes(part) && !idle.includes(part),
    ),
    headings,
    background: [...background, ...idle],
  };
}

/** The parts that ask outright, or else within, or else name rows without telling anything. */
function askingParts(parts: readonly Understood[]): readonly Understood[] {
  const direct = parts.filter(
    ({ segment }) => asks(segment.tokens, segment.before) || ordersWithin(segment.tokens),
  );
  if (direct.some(isWhole)) return direct;
  const within = parts.filter((part) => direct.includes(part) || asksWithin(part.segment.tokens));
  if (within.length > 0) return within;
  return parts.filter(
    (part) =>
      isWhole(part) &&
      !part.hasUnknown &&
      !isTitleOf(part, parts) &&
      !part.segment.inParens && // only says more of what stands before it
      !narrates(part.segment.tokens),
  );
}

/** "Is it any good?": asks, but of nothing that is known here. */
function isEmpty({ items }: Understood): boolean {
  return items.every(
    (item) =>
      ["filler", "word", "ask", "vague"].includes(item.cat) || (item.cat === "noun" && item.weak),
  );
}

/** "Which of them are fizzled?", "how many are fizzled": rows are asked for by what nothing knows. */
export function demandsUnknown({ segment, hasUnknown }: Understood): boolean {
  const text = segment.tokens.map(({ word }) => word).join(" ");
  return hasUnknown && /\b(?:which|how many|how much|how often)\b/.test(text);
}

function isTold({ segment, items, hasUnknown }: Understood): boolean {
  const { tokens } = segment;
  if (restricts(tokens) || isSupposed(tokens, items)) return false;
  const first = tokens.find(
    ({ word }) => !["so", "and", "hi", "hello", "hey", ",", "well", "ok"].includes(word),
  );
  const isAdded = segment.after === ",";
  if (isAdded) return hasUnknown || !items.some((item) => isCondition(item) && item.cat !== "time");
  if (["i", "we", "my"].includes(first?.word ?? "")) return true;
  if (isFactOfOne(items)) return true;
  const participles = !items.some((item) => item.cat === "noun" && !item.weak);
  const isVague = // "X looked shaky yesterday"
    (hasUnknown && segment.before !== ":") || items.some((item) => item.cat === "vague");
  return narrates(tokens, { participles }) && (isVague || !items.some(isCondition));
}

const DEFINING =
  /\b(?:means?|call|calls|called|count|counts|if|assume|suppose|let|say|take|consider|treat|define)\b/;

/** "Bigger accounts always look worse in statistics. How many …?": a sentence of its own that chooses nothing. */
function isStatement(
  { segment: { tokens, before, inParens }, items, hasUnknown }: Understood,
  asking: readonly Understood[],
): boolean {
  const isSentence = /^[.!]$/.test(before) && tokens.length >= 5 && !inParens;
  const said = tokens.map(({ word }) => word).join(" ");
  const comesFirst = asking.every(
    ({ segment }) => (segment.tokens[0]?.start ?? 0) > (tokens[0]?.start ?? 0),
  );
  const isBare = !items.some(isCondition) && !restricts(tokens) && !DEFINING.test(said);
  return isSentence && comesFirst && hasUnknown && isBare && asking.some(isWhole);
}

const FIGURES: readonly Item["cat"][] = ["metric", "group", "unit", "versusword", "top"];

/** "Total predicted against real, GB" behind the question says what to show; before it, it may only tell. */
function isFigure(item: Item): boolean {
  return (
    FIGURES.includes(item.cat) ||
    (item.cat === "bundle" && item.parts.some((part) => FIGURES.includes(part.cat)))
  );
}

/** A remark behind a dash or in brackets, where it is a clause of its own: "- the boss wants it". */
function isRemark({ segment, hasUnknown }: Understood, parts: readonly Understood[]): boolean {
  if (!hasUnknown || restricts(segment.tokens)) return false;
  if (segment.inParens) return true;
  const index = parts.findIndex((part) => part.segment === segment);
  return index > 0 && narrates(segment.tokens) && !asks(segment.tokens, segment.before);
}

/** "Zombie hunt!", "For the exec slide -": words before the question that name no rows. */
function isHeading({ segment, items }: Understood, parts: readonly Understood[]): boolean {
  const index = parts.findIndex((part) => part.segment === segment);
  const rows = items.some(
    (item) =>
      (item.cat === "noun" && (!item.weak || item.conds.length > 0)) ||
      (item.cat === "value" && item.dim !== "customer" && item.dim !== "sim"),
  );
  const goesOn = segment.before === "(" || segment.before === "[";
  const first = segment.tokens[0]?.word ?? "";
  const isUnreadTime = ({ word }: Token, at: number) => TIMES.test(word) && !isRead(items, at);
  if (segment.before === "," && RESTRICTING.test(first)) return false;
  if (items.some(isCondition) && segment.tokens.some(isUnreadTime)) return false;
  return index < parts.length - 1 && !rows && !goesOn && !restricts(segment.tokens);
}

/** "With a purple sticker, how many …": of which rows. */
const RESTRICTING = /^(?:with|without|per|each|every|among|under|over)$/;

/** "Expiring this week or next:" names a time that was not understood. */
const TIMES = /^(?:next|last|previous|prior|since|until|till|before|after)$/;

/** "Evidence request:", "quick case -": what this is, not rows that are asked for. */
function isTitle({ segment: { tokens, before } }: Understood): boolean {
  const [first, last] = [tokens[0]?.word ?? "", tokens.at(-1)?.word ?? ""];
  if (![":", "-"].includes(before)) return false;
  if (PURPOSE.test(first) && tokens.length <= 6 && PAPERS.test(last)) return true;
  return tokens.length <= 4 && /^(?:requests?|cases?|issues?)$/.test(last);
}

/** "For the decommissioning register:", "regarding our yearly audit:". */
const PURPOSE = /^(?:for|re|regarding|concerning)$/;
const PAPERS =
  /^(?:register|registry|report|file|folder|review|meeting|audit|board|memo|deck|newsletter|ledger|dossier|handover|briefing|minutes|statistics|records|documentation|filing|certification|auditors?)$/;
