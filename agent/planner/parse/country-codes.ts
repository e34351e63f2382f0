import { READABLE_CODES } from "../lexicon/countries.ts";
import { FILLERS } from "../lexicon/fillers.ts";
import type { Token } from "../text/tokenise.ts";

const BEFORE_PLACES = new Set(["in", "from"]);

/** "Total GB over all SIMs": gigabytes. */
function isAmountOf(tokens: readonly Token[], at: number): boolean {
  return /^(?:total|many|much|average|avg|mean|median|overall|sum|number)$/.test(
    tokens[at - 1]?.word ?? "",
  );
}

/** "Volume per country in GB": how it is to be shown. */
function isUnitOf(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at).map(({ word }) => word);
  const isLast = tokens.slice(at + 1).every(({ kind }) => kind !== "word");
  const isAmount = before.some((word) => AMOUNTS.has(word));
  return isLast && isAmount && /\b(?:per|by|each) \w+ in$/.test(before.join(" "));
}

const AMOUNTS = new Set(
  "data volume traffic usage upload download consumption used use".split(" "),
);

/**
 * Capitals tell the code of Italy from "it", unless the whole question is in capitals: there a code that
 * is a small word, too, must stand where a place does.
 */
export function countryCodeTest(tokens: readonly Token[]): (at: number) => boolean {
  const words = tokens.filter((token) => token.kind === "word");
  const isShouted = words.length > 3 && words.every(({ raw }) => raw === raw.toUpperCase());
  return (at) => {
    const token = tokens[at];
    if (!token || !READABLE_CODES.has(token.raw)) return false;
    if (token.raw === "GB" && (isAmountOf(tokens, at) || isUnitOf(tokens, at))) return false;
    return !isShouted || !FILLERS.has(token.word) || BEFORE_PLACES.has(tokens[at - 1]?.word ?? "");
  };
}
