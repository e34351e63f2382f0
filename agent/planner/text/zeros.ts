import type { Token } from "./tokenise.ts";

const AS_ZERO = /^(?:as|for) (?:an? )?(?:0|zero|zeros|nil|nothing)$/;
const NONE =
  /\b(?:without|no|none|nothing|zero|silent|mute|quiet|idle|unused|inactive|dark|empty|missing|neither|never|not|did nt)\b/;
const MAX_CLAUSE = 14;
const ROWS =
  "(?:the |those |all |any |ones |customers |rules |plans |operators |countries |teams |sims |cards |devices |days |groups |who |which |that )*";
const LACK =
  "(?:without|with no|with none|with zero|(?:have|had|has|got|used|raised|sent) (?:no|none|nothing|zero))";
/** "Including those with none", "customers without any too". */
const INCLUDED = [
  new RegExp(
    `^(?:and )?(?:also|even|including|incl|include|with also) ${ROWS}${LACK}(?: \\w+){0,2}$`,
  ),
  new RegExp(`^(?:and )?${ROWS}${LACK}(?: \\w+){0,2} (?:too|as well|also|included)$`),
];

/**
 * "A card that moved nothing counts as 0", "customers without any too": that what has no rows is in it, in whatever
 * words, is "including zeros".
 */
export function zerosIncluded(tokens: readonly Token[]): readonly Token[] {
  const isEnd = (token: Token | undefined) =>
    !token || token.kind === "break" || token.word === ",";
  for (let start = 0; start < tokens.length; start++) {
    const length = lengthOf(tokens.slice(start, start + MAX_CLAUSE));
    if (length > 0) return replaced(tokens, start, start + length);
  }
  for (let end = 2; end <= tokens.length; end++) {
    if (!isEnd(tokens[end])) continue;
    const said = tokens
      .slice(end - 2, end)
      .map(({ word }) => word)
      .join(" ");
    let start = end - 1;
    while (start > 0 && !isEnd(tokens[start - 1])) start--;
    const including = tokens.findIndex(
      ({ word }, at) => at > start && at < end && /^incl(?:ud(?:e|ing))?$/.test(word),
    );
    if (including > 0) start = including;
    const clause = tokens.slice(start, end);
    const [first] = clause;
    const text = clause.map(({ word }) => word).join(" ");
    const isCounted = AS_ZERO.test(said) && clause.length <= MAX_CLAUSE && NONE.test(text);
    if (!first || !(isCounted || INCLUDED.some((way) => way.test(text)))) continue;
    return replaced(tokens, start, end);
  }
  return tokens;
}

/** "With a 0 for quiet days". */
function lengthOf(tokens: readonly Token[]): number {
  const said = WITH_ZERO.exec(tokens.map(({ word }) => word).join(" "))?.[0];
  return said === undefined ? 0 : said.split(" ").length;
}

const WITH_ZERO =
  /^with (?:an? )?(?:0|zero|zeros) (?:for|on|at) (?:the |those |any )*(?:[a-z]+ )?(?:days|hours|weeks|months|gaps)(?= |$)/;

function replaced(tokens: readonly Token[], start: number, end: number): readonly Token[] {
  const [first] = tokens.slice(start);
  if (!first) return tokens;
  const zeros = ["including", "zeros"].map((word): Token => ({ ...first, word, kind: "word" }));
  return [...tokens.slice(0, start), ...zeros, ...tokens.slice(end)];
}
