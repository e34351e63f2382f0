import { conjuncts } from "#query/conjuncts.ts";
import type { Filter, Query } from "#query/query.ts";
import type { Item, NounSem, Sem } from "../parse/items.ts";
import type { Reading } from "../read.ts";
import { isToldBefore } from "../referent.ts";

const THEY: ReadonlySet<string> = new Set(["they", "them", "those", "these", "theirs"]);
const OWNED: readonly Item["cat"][] = ["noun", "dim", "metric", "column", "group", "bundle"];
const SIMS = ["the", "sims"];

/**
 * "what plan are they on?" → "what plan are the SIMs on?", "show their open alerts" → "show open alerts of
 * the SIMs". Null where nothing stands for several SIMs.
 */
export function namingSims({ items, words, raws }: Reading): string | null {
  const at = words.findIndex((word, index) => pointsAtSims(word, index, words, items));
  if (at < 0) return null;
  if (words[at] === "each")
    return spelt(["for each sim", ...raws.slice(0, at), ...SIMS, ...raws.slice(at + 1)]);
  if (words[at] === "their") return withoutTheir(at, items, raws);
  const isNamed = isSims(items.find(({ start }) => start === at + 1));
  return spelt([...raws.slice(0, at), ...(isNamed ? ["the"] : SIMS), ...raws.slice(at + 1)]);
}

/** Whether it stands for the SIMs that were listed: not "those alerts", nor "and those in Spain". */
function pointsAtSims(
  word: string,
  at: number,
  words: readonly string[],
  items: readonly Item[],
): boolean {
  const isEach =
    word === "each" && /^(?:do|did|does|has|have|had|is|was)$/.test(words[at - 1] ?? "");
  if ((word !== "their" && !THEY.has(word) && !isEach) || isSaidHere(at, { items, words }))
    return false;
  const next = items.find(({ start }) => start === at + 1);
  if (isEach) return next?.cat !== "noun" && next?.cat !== "dim" && next?.cat !== "grain";
  if (word === "their") return !isSims(next);
  if (word !== "those" && word !== "these") return true;
  if (isSims(next)) return true;
  const isOfOthers = next?.cat === "noun" || next?.cat === "dim" || next?.cat === "grain";
  const said = words.slice(at + 1).find((one) => !ADVERBS.test(one)) ?? "";
  const saysWhich = RESTRICTING.test(said) && words[at - 1] !== "of";
  return !isOfOthers && !saysWhich;
}

/** "Fridges in Spain and their usage": they are in this question. */
function isSaidHere(at: number, { items, words }: Pick<Reading, "items" | "words">): boolean {
  const hasSims = items.some((item) => isSims(item) && item.end <= at);
  return (hasSims && words[at - 1] !== "of") || isToldBefore(at, { items, words });
}

const ADVERBS = /^(?:still|only|also|currently|now|already|just|right)$/;
const RESTRICTING = /^(?:of|in|on|at|from|with|without|that|which|who|whose|by|for|tagged|not)$/;

function withoutTheir(at: number, items: readonly Item[], raws: readonly string[]): string | null {
  const owned = items.find(({ cat, start }) => start > at && OWNED.includes(cat));
  if (!owned) return null;
  const [before, what, after] = [
    raws.slice(0, at),
    raws.slice(at + 1, owned.end),
    raws.slice(owned.end),
  ];
  return spelt([...before, ...what, "of", ...SIMS, ...after]);
}

function spelt(words: readonly string[]): string {
  return words.join(" ");
}

/** The reading with its SIMs narrowed to those that were listed; null where it names none. */
export function narrowedTo(listed: readonly Filter[], reading: Reading): Reading | null {
  let isNarrowed = false;
  const narrowed = <T extends Sem>(sem: T): T => {
    if (sem.cat === "bundle") return { ...sem, parts: sem.parts.map(narrowed) };
    if (sem.cat !== "noun" || !isSims(sem)) return sem;
    isNarrowed = true;
    return { ...sem, conds: [...sem.conds, ...listed.map(asCond)] };
  };
  const items = reading.items.map(narrowed);
  return isNarrowed ? { ...reading, items } : null;
}

function asCond(filter: Filter): NounSem["conds"][number] {
  return { k: "listed", filter };
}

function isSims(sem: Sem | undefined): boolean {
  return sem?.cat === "noun" && sem.view === "sims" && !sem.weak;
}

/** Whether every condition that said which SIMs holds for what a query is over. */
export function isOver(query: Query | null, listed: readonly Filter[]): boolean {
  if (!query) return false;
  const held = new Set(conjuncts(query.where).map((filter) => JSON.stringify(filter)));
  return listed.every((filter) => held.has(JSON.stringify(filter)));
}
