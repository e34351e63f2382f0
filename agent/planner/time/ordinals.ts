import { table } from "../text/table.ts";

const ONES =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const TENS = table({ twenty: 20, thirty: 30 });

/** `first` … `thirty first`. */
export function ordinalAt(
  words: readonly string[],
  at: number,
): { value: number; length: number } | null {
  const word = words[at] ?? "";
  if (word === "thirtieth") return { value: 30, length: 1 };
  const single = ONES.indexOf(word) + 1;
  if (single > 0) return { value: single, length: 1 };
  const tens = TENS[word];
  const ones = ONES.indexOf(words[at + 1] ?? "") + 1;
  if (!tens || ones < 1 || ones > 9 || tens + ones > 31) return null;
  return { value: tens + ones, length: 2 };
}

export const ORDINAL_WORDS: readonly string[] = [...ONES, "thirtieth"];
