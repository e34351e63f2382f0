import type { Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const DOING =
  /\b(?:do|did|does|done|doing|been up to|was up to|were up to|is up to|get up to|got up to|been at|work on|worked on|working on)\b/;

/** "What did Claire do yesterday": a person and nothing else to look at, so it is what the log has of them. */
export function deedsAt(pool: Pool, words: readonly string[]): Item | null {
  if (!DOING.test(words.join(" "))) return null;
  const person = pool.peek("value", (value) => value.dim === "actor")[0];
  const others = pool.items.some(
    (item) =>
      ["metric", "dim", "cond", "column", "group"].includes(item.cat) ||
      (item.cat === "noun" && !item.weak),
  );
  if (!person || others) return null;
  pool.take("vague", (vague) => vague.topic === "doing");
  return person;
}
