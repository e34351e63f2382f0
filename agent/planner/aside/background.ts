import type { Item, Sem } from "../parse/items.ts";
import type { Token } from "../text/tokenise.ts";
import { isFactOfOne } from "./fact-of-one.ts";
import { asks, asksWithin, narrates, restricts } from "./mood.ts";
import type { Segment } from "./segments.ts";

/** What the parser made of one part, by itself. */
export interface Understood {
  readonly segment: Segment;
  readonly items: readonly Item[];
  readonly hasUnknown: boolean;
  /** Every time that it names, also within something larger. */
  readonly times: readonly Item[];
}

/** The parts that are the question, and those that only lead up to it. */
export interface Told {
  readonly mains: readonly Understood[];
  /** Headings whose unknown words do not matter: "Containment check: which SIMs …". */
  readonly headings: readonly Understood[];
  readonly background: readonly Understood[];
}

export function tell(parts: readonly Understood[]): Told {
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
    return mains.some(isWhole)
      ? { mains, headings, background }
      : { mains: parts, headings: [], background: [] };
  }
  const rest = parts.filter((part) => !asking.includes(part));
  const last = Math.max(...asking.map((part) => parts.indexOf(part)));
  const background = rest.filter(
    (part) =>
      isTitle(part) ||
      (!(isPointing && isWhole(part)) &&
        (isTold(part) || isRemark(part, parts)) &&
        !(parts.indexOf(part) > last && part.items.some(isFigure))),
  );
  const headings = rest.filter(
    (part) => !background.includes(part) && isHeading(part, parts) && part.hasUnknown,
  );
  const idle = asking.filter((part) => part.hasUnknown && isEmpty(part) && asking.length > 1);
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
  const direct = parts.filter(({ segment }) => asks(segment.tokens, segment.before));
  if (direct.some(isWhole)) return direct;
  const within = parts.filter((part) => direct.includes(part) || asksWithin(part.segment.tokens));
  if (within.length > 0) return within;
  return parts.filter(
    (part) => isWhole(part) && !part.hasUnknown && !narrates(part.segment.tokens),
  );
}

const SUBJECTS: readonly Item["cat"][] = ["noun", "dim", "metric", "value", "cond", "column"];

/** Whether a part names something to look at: "how many is that" does not. */
export function isWhole({ items }: Understood): boolean {
  return items.some(
    (item) =>
      (SUBJECTS.includes(item.cat) &&
        !(item.cat === "noun" && item.weak && item.conds.length === 0)) ||
      (item.cat === "bundle" && item.parts.some((part) => SUBJECTS.includes(part.cat))),
  );
}

/** "Is it any good?": asks, but of nothing that is known here. */
function isEmpty({ items }: Understood): boolean {
  return items.every(
    (item) =>
      ["filler", "word", "ask", "vague"].includes(item.cat) || (item.cat === "noun" && item.weak),
  );
}

function isTold({ segment, items, hasUnknown }: Understood): boolean {
  const { tokens } = segment;
  if (restricts(tokens)) return false;
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

const FIGURES: readonly Item["cat"][] = ["metric", "group", "unit", "versusword", "top"];

/** "Total predicted against real, GB" behind the question says what to show; before it, it may only tell. */
function isFigure(item: Item): boolean {
  return (
    FIGURES.includes(item.cat) ||
    (item.cat === "bundle" && item.parts.some((part) => FIGURES.includes(part.cat)))
  );
}

/** It says which rows by more than a name: such a sentence is never left out. */
function isCondition(item: Item): boolean {
  if (item.cat === "bundle") return true;
  if (item.cat === "value") return !isName(item);
  return !["filler", "word", "ask", "says", "vague", "noun", "dim"].includes(item.cat);
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
  return index < parts.length - 1 && !rows && !goesOn && !restricts(segment.tokens);
}

/** "Evidence request:", "quick case -": what this is, not rows that are asked for. */
function isTitle({ segment: { tokens, before } }: Understood): boolean {
  const isShort = tokens.length <= 4 && [":", "-"].includes(before);
  return isShort && /^(?:requests?|cases?|issues?)$/.test(tokens.at(-1)?.word ?? "");
}

const ANAPHORA = new Set(
  "it its they them em their theirs that this those these his her hers him there then one ones same".split(
    " ",
  ),
);

/** The names in the background that the question points back to, or is silently about. */
export function carried({ mains, background }: Told): Token[] {
  const words = mains.flatMap(({ segment }) => segment.tokens.map(({ word }) => word));
  const points = words.some((word) => ANAPHORA.has(word));
  const taken = new Set(mains.flatMap(ownDims));
  const found = background.flatMap(({ segment, items }) =>
    items
      .filter((item) => isName(item) && !dimsOf(item).some((dim) => taken.has(dim)))
      .map((item) => ({ item, tokens: segment.tokens.slice(item.start, item.end) })),
  );
  const times = timesMeant({ mains, background });
  const sim = found.find(({ item }) => item.cat === "value" && item.dim === "sim");
  if (sim) return points ? [...sim.tokens, ...times] : [...times];
  const rows = nounMeant({ mains, background });
  const chosen = found.filter(
    ({ item }) =>
      points || (item.cat === "value" && item.dim === "customer" && !isFleetWide(words)),
  );
  return [...chosen.flatMap(({ tokens }) => [...tokens]), ...rows, ...times];
}

/** The day that "that day" is, where only the background named it. */
function timesMeant({ mains, background }: Pick<Told, "mains" | "background">): readonly Token[] {
  const own = mains.flatMap(({ items }) => items);
  const points = own.some((item) => item.cat === "word" && item.word === "thatTime");
  if (!points || own.some((item) => item.cat === "time")) return [];
  for (const { segment, times } of background)
    for (const { start, end } of times) return segment.tokens.slice(start, end);
  return [];
}

/** The rows that "which ones" stands for, where the question names none. */
function nounMeant({ mains, background }: Pick<Told, "mains" | "background">): readonly Token[] {
  const own = mains.flatMap(({ items }) => items);
  const title = rowsInTitle({ mains, background });
  if (title.length > 0) return title;
  const isNamed = own.some(
    (item) => (item.cat === "noun" && !item.weak) || item.cat === "metric" || item.cat === "dim",
  );
  if (isNamed || !own.some((item) => item.cat === "noun" && item.weak)) return [];
  for (const { segment, items } of background)
    for (const item of items)
      if (item.cat === "noun" && !item.weak && item.view !== "sims")
        return segment.tokens.slice(item.start, item.end);
  return [];
}

/** "Downgrade proposals we can trust: which SIMs …": a title names the rows that are meant, and how they are. */
function rowsInTitle({ mains, background }: Pick<Told, "mains" | "background">): readonly Token[] {
  const own = mains.flatMap(({ items }) => items.filter(isOwnNoun));
  for (const { segment, items } of background)
    for (const item of items) {
      if (segment.before !== ":" || item.start > 1 || !isOwnNoun(item)) continue;
      if (item.cat !== "noun" || item.view === "sims" || item.conds.length === 0) continue;
      if (own.length === 0) return segment.tokens.slice(item.start, item.end);
    }
  return [];
}

/** Names that a pronoun cannot mean and nothing else repeats: the question may or may not be about them. */
export function stray(told: Told): string | null {
  const words = told.mains.flatMap(({ segment }) => segment.tokens.map(({ word }) => word));
  const points = words.some((word) => ANAPHORA.has(word));
  if (points) return described(told);
  if (isFleetWide(words)) return null;
  const taken = new Set(told.mains.flatMap(ownDims));
  for (const { segment, items } of told.background)
    for (const item of items)
      if (
        isName(item) &&
        !(item.cat === "value" && item.dim === "customer") &&
        !isRepeated(item, told.mains) &&
        !dimsOf(item).some((dim) => taken.has(dim))
      )
        return segment.tokens
          .slice(item.start, item.end)
          .map(({ raw }) => raw)
          .join(" ");
  return null;
}

/** "Spare cards should sleep. Which ones tagged spare …": the question says itself whose it is. */
function isRepeated(item: Item, mains: readonly Understood[]): boolean {
  const said = saidOf(item);
  const again = mains.flatMap(({ items }) => items.flatMap(saidOf));
  return said.length > 0 && said.every((one) => again.includes(one));
}

function saidOf(item: Sem): string[] {
  if (item.cat === "value") return item.cond.options.map(({ filter }) => JSON.stringify(filter));
  if (item.cat === "noun")
    return item.conds.flatMap((cond) =>
      cond.k === "value" ? cond.options.map(({ filter }) => JSON.stringify(filter)) : [],
    );
  return item.cat === "bundle" ? item.parts.flatMap(saidOf) : [];
}

const DESCRIBING: readonly Item["cat"][] = ["cond", "group", "top", "superlative", "bundle"];

/**
 * Rows that the background describes and the question points to ("reckon half the open tickets are …;
 * when was the device of each of them last seen?"): a name can be carried over, a description cannot.
 */
function described({ mains, background }: Told): string | null {
  const isNamed = mains.some(({ items }) => items.some(isOwnNoun));
  if (isNamed || background.some(({ items }) => isFactOfOne(items))) return null;
  const part = background.find(({ items }) =>
    items.some(
      (item) =>
        DESCRIBING.includes(item.cat) ||
        (item.cat === "value" && !isName(item)) ||
        (item.cat === "noun" && !item.weak && item.view !== "sims" && item.conds.length > 0),
    ),
  );
  return part ? part.segment.tokens.map(({ raw }) => raw).join(" ") : null;
}

/** "SIM" and "device" alone may stand for what was told before. */
function isOwnNoun(item: Item): boolean {
  return item.cat === "noun" && !item.weak && (item.view !== "sims" || item.conds.length > 0);
}

function isFleetWide(words: readonly string[]): boolean {
  return /\b(whole|entire|all our|all of our|overall|fleet|every customer|each customer|per customer|by customer|customers)\b/.test(
    words.join(" "),
  );
}

const NAMES = new Set(["sim", "customer", "operator", "country", "rate_plan", "team", "rule"]);

function isName(item: Item): boolean {
  if (item.cat === "value") return NAMES.has(item.dim ?? "");
  return item.cat === "noun" && item.view === "sims" && item.conds.length > 0;
}

/** What a part says of its own: "that network" only points. */
function ownDims({ segment, items }: Understood): string[] {
  return items
    .filter(
      (item) => !(item.cat === "dim" && POINTING.has(segment.tokens[item.start - 1]?.word ?? "")),
    )
    .flatMap(dimsOf);
}

const POINTING = new Set(["that", "this", "these", "those", "said", "same"]);

function dimsOf(item: Sem): string[] {
  if (item.cat === "value") return [item.dim ?? ""];
  if (item.cat === "dim") return [item.dim];
  if (item.cat === "noun" && item.view === "sims" && item.conds.length > 0) return ["device"];
  if (item.cat === "group")
    return item.groups.flatMap((group) => (group.k === "dim" ? [group.dim] : []));
  return item.cat === "bundle" ? item.parts.flatMap(dimsOf) : [];
}
