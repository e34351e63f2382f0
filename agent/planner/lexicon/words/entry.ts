import type { Sem } from "../../parse/items.ts";

export type Entry = readonly [say: string, sem: Sem];

/** A word of the grammar that has no more to it than its name. */
export const word = (name: Extract<Sem, { cat: "word" }>["word"]): Sem => ({
  cat: "word",
  word: name,
});
