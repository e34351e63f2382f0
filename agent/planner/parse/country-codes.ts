import { READABLE_CODES } from "../lexicon/countries.ts";
import { FILLERS } from "../lexicon/fillers.ts";
import type { Token } from "../text/tokenise.ts";

const BEFORE_PLACES = new Set(["in", "from"]);

/**
 * "GB" is Great Britain where a place stands ("SIMs in GB", "DE and GB", "active GB SIMs"), gigabytes anywhere else
 * ("the GB that flowed", "volume per country in GB").
 */
function isPlace(tokens: readonly Token[], at: number): boolean {
  const word = (offset: number) => tokens[at + offset]?.word ?? "";
  if (OF_PLACES.has(word(1))) return !AMOUNT_SIGNS.has(word(-1));
  if (JOINS.has(word(-1)) && isOtherCode(tokens[at - 2])) return true;
  if (JOINS.has(word(1)) && isOtherCode(tokens[at + 2])) return true;
  if (BEFORE_UNITS.has(word(-1))) return !AMOUNT_SIGNS.has(word(-2));
  return PLACE_SIGNS.has(word(-1)) && !isUnitOf(tokens, at);
}

/** "Data used in GB", "volume per country in GB": how it is to be shown; "data of SIMs in GB": where they are. */
function isUnitOf(tokens: readonly Token[], at: number): boolean {
  const isOfAmount = tokens.slice(0, at).some(({ word }) => AMOUNTS.has(word));
  return isOfAmount && tokens[at - 1]?.word === "in" && !OF_PLACES.has(tokens[at - 2]?.word ?? "");
}

function isOtherCode(token: Token | undefined): boolean {
  return token !== undefined && token.raw !== "GB" && READABLE_CODES.has(token.raw);
}

const AMOUNTS = new Set(
  "data volume traffic usage upload download consumption used use".split(" "),
);
const AMOUNT_SIGNS = new Set(
  "many much number amount sum total average avg mean median overall lots few several included".split(
    " ",
  ),
);
const OF_PLACES = new Set(
  "sim sims card cards device devices fleet customers subscribers".split(" "),
);
const JOINS = new Set(["and", "or", ",", "/", "&", "vs", "versus", "to", "nor", "than"]);
const BEFORE_UNITS = new Set(["of", "for"]);
const PLACE_SIGNS = new Set(
  "in from to at within outside across into inside country countries not except without is = :".split(
    " ",
  ),
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
    if (token.raw === "GB" && !isPlace(tokens, at)) return false;
    return !isShouted || !FILLERS.has(token.word) || BEFORE_PLACES.has(tokens[at - 1]?.word ?? "");
  };
}
