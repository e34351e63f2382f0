import type { Query } from "#query/query.ts";
import { partsOf } from "./parse/compose.ts";
import type { Reading } from "./read.ts";

/** "and in Norway?" where nothing was asked before. */
export function hangsInTheAir(reading: Reading): boolean {
  const { items, words } = reading;
  if (isCauseOfNothing(reading)) return true;
  const said = items.flatMap(partsOf);
  return (
    /^(?:and|or|what about|how about|same|likewise|ditto)\b/.test(words.join(" ")) &&
    !said.some(
      (item) =>
        (item.cat === "noun" && !item.weak) ||
        ["metric", "dim", "group", "cond", "ask"].includes(item.cat),
    )
  );
}

/** "what were the causes?": of what, the question before may have said. */
export function isCauseOfNothing({ items }: Reading): boolean {
  const [cause, ...others] = items.filter(({ cat }) => !["ask", "word", "filler"].includes(cat));
  return cause?.cat === "dim" && cause.dim === "cause" && others.length === 0;
}

/** "which ones …", "how many did we have": nothing was said that tells what is meant. */
export function isEverything(query: Query, { items, words }: Reading): boolean {
  if (query.from !== "sims" || query.where || query.groupBy?.length || query.limit) return false;
  const said = items.flatMap(partsOf);
  if (said.some((item) => !["noun", "ask", "word", "filler", "pred"].includes(item.cat)))
    return false;
  const nouns = said.filter((item) => item.cat === "noun");
  if (nouns.some((item) => !item.weak)) return false;
  return (
    nouns.length === 0 ||
    words.some((word) => ["who", "ones", "one", "anyone", "anybody", "somebody"].includes(word))
  );
}
