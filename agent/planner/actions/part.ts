import { numberAt } from "../text/numbers.ts";

/** "the first ten of them" → ten of "them". */
export function firstOf(text: string): { rest: string; limit?: number } {
  const match =
    /^(?:the )?(?:first|top) (?<words>[\w-]+(?: [\w-]+)?)(?: ones?)?(?: of (?<rest>them|those|these|it).*)?$/i.exec(
      text,
    );
  if (!match?.groups) return { rest: text };
  const words = (match.groups.words ?? "").toLowerCase().split(/[ -]/);
  const number = numberAt(words, 0);
  if (
    !number ||
    number.length !== words.length ||
    !Number.isInteger(number.value) ||
    number.value < 1
  )
    return { rest: text };
  return { rest: "them", limit: Math.min(number.value, 1000) };
}
