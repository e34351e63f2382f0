import type { Connectivity } from "#connectors/provider-reads.ts";

type Rat = NonNullable<Connectivity["rat"]>;

/** RAT Type of 3GPP TS 29.274. */
const BY_NUMBER: Readonly<Record<string, Rat>> = {
  1: "3G",
  2: "2G",
  6: "LTE",
  8: "NB-IoT",
  9: "LTE-M",
  10: "5G",
};

const BY_WORD: readonly (readonly [RegExp, Rat])[] = [
  [/nb-?_?\s?iot/i, "NB-IoT"],
  [/lte-?_?\s?m\b|cat-?\s?m|emtc/i, "LTE-M"],
  [/5g|\bnr\b/i, "5G"],
  [/4g|lte|eutran/i, "LTE"],
  [/3g|umts|utran/i, "3G"],
  [/2g|gsm|geran|gprs|edge/i, "2G"],
];

/** Of a number of the standard or of a network's name. */
export function ratOf(text: string | null): Rat | null {
  if (text === null) return null;
  return BY_NUMBER[text] ?? BY_WORD.find(([words]) => words.test(text))?.[1] ?? null;
}
