import type { Item, Sem } from "../parse/items.ts";
import type { Token } from "../text/tokenise.ts";
import type { Told } from "./background.ts";
import { isFactOfOne } from "./fact-of-one.ts";
import type { Understood } from "./understood.ts";

const ANAPHORA = new Set(
  "it its they them em their theirs that this those these his her hers him there then one ones same".split(
    " ",
  ),
);

/** "That" behind a noun only goes on: "an SMS that begins with …". */
function isPointing(word: string, at: number, words: readonly string[]): boolean {
  if (word !== "that") return ANAPHORA.has(word);
  const before = words[at - 1];
  return before === undefined || BEFORE_THAT.has(before);
}

const BEFORE_THAT = new Set(
  "of is are was were in on at for from about to with than do does did and how many much before after since by , . ? ! : ; - (".split(
    " ",
  ),
);

/** The names in the background that the question points back to, or is silently about. */
export function carried({ mains, background }: Told): Token[] {
  const words = mains.flatMap(({ segment }) => segment.tokens.map(({ word }) => word));
  const points = words.some(isPointing);
  const taken = new Set(mains.flatMap(ownDims));
  const asksWhere = words.includes("where"); // then where it is said to be chooses nothing
  const found = background.flatMap(({ segment, items }) =>
    items
      .filter((item) => isName(item) && (!isTaken(item, taken) || hasNewOwner(item, taken)))
      .filter((item) => !asksWhere || !dimsOf(item).some((dim) => PLACES.has(dim)))
      .map((item) => ({ item, tokens: segment.tokens.slice(item.start, item.end) })),
  );
  const times = timesMeant({ mains, background });
  const sim = found.find(({ item }) => item.cat === "value" && item.dim === "sim");
  if (sim) return points ? [...sim.tokens, ...times] : [...times];
  const rows = nounMeant({ mains, background });
  const chosen = found.filter(
    ({ item }) =>
      points ||
      (((item.cat === "value" && item.dim === "customer") || hasNewOwner(item, taken)) &&
        !isFleetWide(words)),
  );
  return [...chosen.flatMap(({ tokens }) => [...tokens]), ...rows, ...times];
}

const PLACES = new Set(["country", "operator"]);

function isTaken(item: Item, taken: ReadonlySet<string>): boolean {
  return dimsOf(item).some((dim) => taken.has(dim));
}

/** "Kestrel's dashcams are acting up. Rejects per dashcam?": whose they are is said only there. */
function hasNewOwner(item: Item, taken: ReadonlySet<string>): boolean {
  if (item.cat !== "noun" || taken.has("customer")) return false;
  return item.conds.some(
    (cond) => cond.k === "value" && cond.options.some(({ dim }) => dim === "customer"),
  );
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

/** "… on 10 October. How much did they use since (then)?": since the one day that the background names. */
export function sinceThen(main: readonly Token[], { background }: Told): readonly Token[] {
  const at = main.findIndex(
    ({ word }, index) =>
      word === "since" &&
      isEnd(main[index + 1]?.word === "then" ? main[index + 2] : main[index + 1]),
  );
  if (at < 0) return main;
  const named = background.flatMap(({ segment, times }) =>
    times
      .filter((one) => !times.some((other) => isInside(one, other)))
      .map(({ start, end }) => segment.tokens.slice(start, end)),
  );
  const [day, ...others] = named;
  if (!day || others.length > 0) return main;
  const rest = main.slice(main[at + 1]?.word === "then" ? at + 2 : at + 1);
  return [...main.slice(0, day[0]?.word === "since" ? at : at + 1), ...day, ...rest];
}

function isInside(one: Item, other: Item): boolean {
  const isShorter = one.end - one.start < other.end - other.start;
  return isShorter && one.start >= other.start && one.end <= other.end;
}

function isEnd(token: Token | undefined): boolean {
  return token === undefined || token.kind === "break" || token.word === ",";
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

/** "…, I scanned 8988…, is it still active?": the one that "it" can be. */
function namesOneSim({ mains, background }: Told): boolean {
  const sims = [...mains, ...background].flatMap(({ items }) =>
    items.flatMap((item) => (item.cat === "value" && item.dim === "sim" ? [item.cond.said] : [])),
  );
  return new Set(sims).size === 1;
}

/** Names that a pronoun cannot mean and nothing else repeats: the question may or may not be about them. */
export function stray(told: Told): string | null {
  const words = told.mains.flatMap(({ segment }) => segment.tokens.map(({ word }) => word));
  const points = words.some(isPointing);
  if (points) return namesOneSim(told) ? null : described(told);
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
export function isRepeated(item: Sem, mains: readonly Understood[]): boolean {
  const said = saidOf(item);
  const again = mains.flatMap(({ items }) => items.flatMap(saidOf));
  return said.length > 0 && said.every((one) => again.includes(one));
}

export function saidOf(item: Sem): string[] {
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

export function isFleetWide(words: readonly string[]): boolean {
  return /\b(whole|entire|all our|all of our|overall|fleet|every customer|each customer|per customer|by customer|customers)\b/.test(
    words.join(" "),
  );
}

const NAMES = new Set([
  "sim",
  "customer",
  "operator",
  "country",
  "rate_plan",
  "rat",
  "team",
  "rule",
]);

export function isName(item: Item): boolean {
  if (item.cat === "value") return NAMES.has(item.dim ?? "");
  return item.cat === "noun" && item.view === "sims" && item.conds.length > 0;
}

/** What a part says of its own: "that network" only points. */
export function ownDims({ segment, items }: Understood): string[] {
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
