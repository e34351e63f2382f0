import { Pool } from "../assemble/pool.ts";
import type { Item } from "../parse/items.ts";
import type { Reading } from "../read.ts";

/** What an answer to a question back is made of: it asks nothing itself. */
const ANSWERS: ReadonlySet<Item["cat"]> = new Set<Item["cat"]>([
  "noun",
  "pred",
  "metric",
  "value",
  "time",
  "dim",
  "group",
  "threshold",
  "quantity",
  "duration",
  "filler",
  "word",
]);
const LIGHT: ReadonlySet<Item["cat"]> = new Set<Item["cat"]>(["filler", "word"]);
const MOST_WORDS = 6;

/**
 * The question that something was asked back about, with what answers that: "What happened at Acme last
 * night?", "alerts". Null for turns that are no such answer.
 */
export function completed(open: Reading, answer: Reading): Reading | null {
  const { items, words, unknown } = answer;
  if (unknown.length > 0 || words.length > MOST_WORDS || items.every(isLight)) return null;
  if (!items.every(({ cat }) => ANSWERS.has(cat)) || isOfAnything(items)) return null;
  const pool = new Pool(open.items.filter((item) => item.cat !== "vague" && !isPointer(item)));
  if (items.some((item) => !isLight(item) && isSaid(item, pool))) return null;
  const shift = open.words.length;
  const said = items.map((item) => ({ ...item, start: item.start + shift, end: item.end + shift }));
  return {
    ...answer,
    items: [...pool.items, ...said.filter((item) => !isLight(item))],
    words: [...open.words, ...words],
    raws: [...open.raws, ...answer.raws],
    corrections: [...open.corrections, ...answer.corrections],
    background: [...open.background, ...answer.background],
  };
}

/** "All of them", "alerts and tickets": no one kind of rows. */
function isOfAnything(items: readonly Item[]): boolean {
  const nouns = items.filter((item) => item.cat === "noun");
  return nouns.length > 1 || nouns.some((noun) => noun.weak === true);
}

/** "Everything", "alerts, events and tickets": it is asked again, for one answer has one kind of rows. */
export function answersNothing({ items, words, unknown }: Reading): boolean {
  const isAnswer = items.every(({ cat }) => ANSWERS.has(cat) || cat === "ask");
  return unknown.length === 0 && words.length <= 2 * MOST_WORDS && isAnswer && isOfAnything(items);
}

function isLight({ cat }: Item): boolean {
  return LIGHT.has(cat);
}

function isPointer(item: Item): boolean {
  return item.cat === "word" && (item.word === "pronoun" || item.word === "thatTime");
}

/** What the question said already is no answer, but another question. */
function isSaid(item: Item, pool: Pool): boolean {
  if (item.cat === "noun") return !item.weak && pool.peek("noun", ({ weak }) => !weak).length > 0;
  if (item.cat === "value") return pool.peek("value", ({ dim }) => dim === item.dim).length > 0;
  return pool.peek(item.cat).length > 0;
}
