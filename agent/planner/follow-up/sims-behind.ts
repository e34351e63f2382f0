import { type Cond, type Item, type ItemOf, unbundled } from "../parse/items.ts";
import type { Reading } from "../read.ts";
import { isAskedOf } from "../referent.ts";

const POINTERS = new Set(["them", "those", "these", "that", "it", "any", "one"]);
const HAVING = new Set(["have", "has", "had", "got", "with"]);
const LIGHT: readonly Item["cat"][] = ["filler", "word", "ask"];
const BESIDE_ROWS: readonly Item["cat"][] = ["time", "value", "cond", "quote"];

/** "rejects per operator" → "which cards had them in Norway?": the SIMs that have those rows. */
export function simsBehind(earlier: Reading, later: Reading): Reading | null {
  const before = unbundled(earlier.items);
  const rows = before.find((item) => isRows(item));
  const sims = later.items.find(
    (item): item is ItemOf<"noun"> => item.cat === "noun" && item.view === "sims" && !item.weak,
  );
  if (rows?.cat !== "noun" || !sims || !asksWhich(later, sims) || isAskedOf(later)) return null;
  const again = later.items.filter((item) => isSameRows(item, rows));
  const at = again[0]?.start ?? pointerAt(later, sims);
  if (at === null || hasMore(later, sims, again)) return null;
  const own = later.items
    .filter((item) => !again.includes(item) && !isPointing(item))
    .map((item) => (item === sims ? { ...sims, conds: ofSameSims(before, sims) } : item));
  const dims = new Set([sims, ...own].flatMap(dimsOf));
  const isTimed = own.some((item) => item.cat === "time");
  const kept = before
    .filter((item) => BESIDE_ROWS.includes(item.cat) && !(isTimed && item.cat === "time"))
    .filter((item) => !(item.cat === "value" && dimsOf(item).some((dim) => dims.has(dim))));
  const noun = { ...rows, conds: merged(rows.conds, again.flatMap(condsOf), dims) };
  const shift = earlier.words.length;
  const inserted = [noun, ...kept].map((item) => moved(item, at));
  const split = (item: Item) => (item.start < at ? item : moved(item, shift));
  return {
    ...later,
    items: [...own.map(split), ...inserted].sort((a, b) => a.start - b.start),
    words: [...later.words.slice(0, at), ...earlier.words, ...later.words.slice(at)],
    raws: [...later.raws.slice(0, at), ...earlier.raws, ...later.raws.slice(at)],
    corrections: [...earlier.corrections, ...later.corrections],
  };
}

/** "open alerts of collars" → "which SIMs are they from?": collars, unless another kind is named now. */
function ofSameSims(before: readonly Item[], sims: ItemOf<"noun">): Cond[] {
  const said = before.flatMap((item) =>
    item.cat === "noun" && item.view === "sims" ? item.conds : [],
  );
  return merged(said, sims.conds, new Set());
}

function isRows(item: Item): boolean {
  return (
    item.cat === "noun" && !item.weak && !["sims", "alert_rules", "rate_plans"].includes(item.view)
  );
}

function asksWhich({ items }: Reading, sims: Item): boolean {
  return items.some(
    (item) =>
      item.cat === "ask" &&
      ["which", "list", "count"].includes(item.what) &&
      item.end <= sims.start,
  );
}

/** Where the rows are pointed to; the end where nothing but "which SIMs?" is said; else null. */
function pointerAt({ words, items }: Reading, sims: Item): number | null {
  const isSome = (index: number) => words[index] === "some" && HAVING.has(words[index - 1] ?? "");
  const at = words.findIndex(
    (word, index) => index >= sims.end && (POINTERS.has(word) || isSome(index)),
  );
  if (at >= 0) return at;
  return items.every((item) => item === sims || LIGHT.includes(item.cat)) ? words.length : null;
}

/** A figure, a group or rows of its own: another question. */
function hasMore({ items }: Reading, sims: Item, again: readonly Item[]): boolean {
  return items.some(
    (item) =>
      item !== sims &&
      !again.includes(item) &&
      !LIGHT.includes(item.cat) &&
      !["value", "time"].includes(item.cat),
  );
}

function isSameRows(item: Item, rows: ItemOf<"noun">): boolean {
  if (item.cat === "noun") return item.view === rows.view;
  return item.cat === "cond" && item.cond.k === "related" && item.cond.noun.view === rows.view;
}

function isPointing(item: Item): boolean {
  return item.cat === "word" && ["pronoun", "with", "have"].includes(item.word);
}

function condsOf(item: Item): readonly Cond[] {
  if (item.cat === "noun") return item.conds;
  return item.cat === "cond" && item.cond.k === "related" ? item.cond.noun.conds : [];
}

/** What is said anew of the rows takes the place of what was said of them. */
function merged(old: readonly Cond[], fresh: readonly Cond[], dims: ReadonlySet<string>): Cond[] {
  const taken = new Set([...dims, ...fresh.flatMap(dimsOfCond)]);
  return [...fresh, ...old.filter((cond) => !dimsOfCond(cond).some((dim) => taken.has(dim)))];
}

function dimsOf(item: Item): string[] {
  if (item.cat === "noun") return item.conds.flatMap(dimsOfCond);
  return item.cat === "value" ? dimsOfCond(item.cond) : [];
}

function dimsOfCond(cond: Cond): string[] {
  return cond.k === "value" ? cond.options.map((option) => option.dim) : [];
}

function moved<T extends Item>(item: T, by: number): T {
  return { ...item, start: item.start + by, end: item.end + by };
}
