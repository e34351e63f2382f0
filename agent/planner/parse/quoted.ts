import { singular, wordsOf } from "../text/tokenise.ts";
import type { Sem } from "./items.ts";
import type { Lexicon } from "./lexicon.ts";

/** What a quotation names: a cause, a rule, a customer, written as it stands in the data. */
export function quotedAt(text: string, lexicon: Lexicon): Sem[] {
  const words = wordsOf(text).map(singular);
  const [first] = words;
  if (first === undefined) return [];
  return (lexicon.byFirst.get(first) ?? [])
    .filter((entry) => entry.words.join(" ") === words.join(" "))
    .map((entry) => entry.sem)
    .filter((sem) => sem.cat === "value" || sem.cat === "noun");
}
