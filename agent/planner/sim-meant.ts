import type { ShownSims } from "./plan.types.ts";

const ROWS: Readonly<Record<string, number>> = {
  first: 0,
  top: 0,
  biggest: 0,
  largest: 0,
  heaviest: 0,
  highest: 0,
  "number one": 0,
  second: 1,
  third: 2,
  fourth: 3,
  fifth: 4,
  last: -1,
};
const ROW = new RegExp(
  `^(?:the |that )?(?<row>${Object.keys(ROWS).join("|")})(?: (?:one|sim|device|card|row))?(?: (?:of (?:them|those|these)|(?:in|on|of) (?:the|that|this) list))?$`,
  "i",
);
const NUMBERED = /^(?:the )?(?:number|no\.?|#|row) ?(?<number>[1-9]\d?)$/i;

const ONE = /^(?:it|this|that|(?:this|that|the)(?: same)? (?:one|sim|device|card))$/i;

/** The ICCID of "the second one" of what was shown, or of "it" where one SIM was spoken of; null for other words. */
export function simMeant(words: string, sims: ShownSims | undefined): string | null {
  if (!sims) return null;
  const row = rowMeant(words);
  if (row !== null) return sims.listed.at(row) ?? null;
  return (ONE.test(words) && sims.one) || null;
}

/** "It", "this SIM": one that was spoken of. */
export function isOneSim(words: string): boolean {
  return ONE.test(words);
}

/** "The second one": one of the rows that were shown. */
export function isRow(words: string): boolean {
  return rowMeant(words) !== null;
}

/** Which row: "the second one" is 1, "the last" is -1. */
function rowMeant(words: string): number | null {
  const row = ROW.exec(words)?.groups?.row;
  if (row) return ROWS[row.toLowerCase()] ?? null;
  const number = NUMBERED.exec(words)?.groups?.number;
  return number ? Number(number) - 1 : null;
}
