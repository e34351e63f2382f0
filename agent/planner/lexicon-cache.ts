import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import { buildLexicon, type Lexicon } from "./parse/lexicon.ts";

const built = new WeakMap<Gazetteer, Lexicon>();

/** The lexicon of a gazetteer, built once; it goes when the gazetteer does. */
export function lexiconOf(gazetteer: Gazetteer): Lexicon {
  const known = built.get(gazetteer);
  if (known) return known;
  const lexicon = buildLexicon(gazetteer);
  built.set(gazetteer, lexicon);
  return lexicon;
}
