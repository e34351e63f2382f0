import type { Item } from "../parse/items.ts";
import type { Token } from "../text/tokenise.ts";
import type { Told } from "./background.ts";
import { isFleetWide, ownDims } from "./carried.ts";
import { isRead } from "./parts.ts";
import type { Understood } from "./understood.ts";

/** Whoever is greeted, thanked or has a title is a person: the question is not about them. */
const BEFORE_PERSONS = /^(?:hi|hello|hey|dear|thanks|thank|cheers|morning|mr|mrs|ms|dr)$/;
const TITLES = /^(?:i|mr|mrs|ms)$/;

/** A name that nothing knows may be what the question is about. */
export function hasStranger({ segment, items }: Understood): boolean {
  return segment.tokens.some((_, index) => isStranger(segment.tokens, items, index));
}

/** A word with a capital that nothing knows; one that begins the sentence only beside another. */
export function isStranger(
  tokens: readonly Token[],
  items: readonly Item[],
  index: number,
): boolean {
  if (!isNameLike(tokens, items, index)) return false;
  const begins = index === 0 || tokens[index - 1]?.kind === "break";
  return !begins || isNameLike(tokens, items, index + 1);
}

function isNameLike(tokens: readonly Token[], items: readonly Item[], index: number): boolean {
  const token = tokens[index];
  return (
    token !== undefined &&
    /^\p{Lu}/u.test(token.raw) &&
    !TITLES.test(token.word) &&
    !isRead(items, index)
  );
}

/**
 * The unknown names in what is left out, where the question could be about them: "Acme Freight wants
 * numbers. How many SIMs are active?" Abbreviations ("for the ISO file") and persons are not asked about.
 */
export function strangersLeftOut({ mains, headings, background }: Told): string[] {
  const words = mains.flatMap(({ segment }) => segment.tokens.map(({ word }) => word));
  const isOwn = mains.flatMap(ownDims).some((dim) => dim === "customer" || dim === "sim");
  if (isOwn || isFleetWide(words)) return [];
  return [...headings, ...background].flatMap(({ segment: { tokens }, items }) =>
    tokens
      .filter((token, index) => {
        const isAbbreviation = !/\p{Ll}/u.test(token.raw);
        const isPerson = BEFORE_PERSONS.test(tokens[index - 1]?.word ?? "");
        return isStranger(tokens, items, index) && !isAbbreviation && !isPerson;
      })
      .map(({ raw }) => raw),
  );
}
