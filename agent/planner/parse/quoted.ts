import { singular, wordsOf } from "../text/tokenise.ts";
import { IN_QUOTES } from "./bare-names.ts";
import type { Sem } from "./items.ts";
import { entriesAt, type Lexicon } from "./lexicon.ts";

/** What a quotation names: a cause, a rule, a customer, written as it stands in the data. */
export function quotedAt(text: string, lexicon: Lexicon): Sem[] {
  const words = wordsOf(text).map(singular);
  return [words, [IN_QUOTES, ...words]]
    .flatMap((said) =>
      [...entriesAt(lexicon, said, 0)].filter((entry) => entry.words.join(" ") === said.join(" ")),
    )
    .map((entry) => entry.sem)
    .filter((sem) => sem.cat === "value" || sem.cat === "noun");
}
