import type { Token } from "./tokenise.ts";

const AS_ZERO = /^(?:as|for) (?:an? )?(?:0|zero|zeros|nil|nothing)$/;
const NONE =
  /\b(?:without|no|none|nothing|zero|silent|mute|quiet|idle|unused|inactive|dark|empty|missing|neither|never|not|did nt)\b/;
const MAX_CLAUSE = 14;

/**
 * "A card that moved nothing counts as 0": how what has no rows is counted, in whatever words, is
 * "including zeros".
 */
export function zerosIncluded(tokens: readonly Token[]): readonly Token[] {
  const isEnd = (token: Token | undefined) =>
    !token || token.kind === "break" || token.word === ",";
  for (let end = 2; end <= tokens.length; end++) {
    if (!isEnd(tokens[end])) continue;
    const said = tokens
      .slice(end - 2, end)
      .map(({ word }) => word)
      .join(" ");
    if (!AS_ZERO.test(said)) continue;
    let start = end - 1;
    while (start > 0 && !isEnd(tokens[start - 1])) start--;
    const clause = tokens.slice(start, end);
    const [first] = clause;
    const text = clause.map(({ word }) => word).join(" ");
    if (!first || clause.length > MAX_CLAUSE || !NONE.test(text)) continue;
    const zeros = ["including", "zeros"].map((word): Token => ({ ...first, word, kind: "word" }));
    return [...tokens.slice(0, start), ...zeros, ...tokens.slice(end)];
  }
  return tokens;
}
