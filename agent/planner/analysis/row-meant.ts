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

/** Which row of what was shown: "the second one" is 1, "the last" is -1; null for other words. */
export function rowMeant(words: string): number | null {
  const row = ROW.exec(words)?.groups?.row;
  if (row) return ROWS[row.toLowerCase()] ?? null;
  const number = NUMBERED.exec(words)?.groups?.number;
  return number ? Number(number) - 1 : null;
}
