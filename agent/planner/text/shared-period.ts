import type { Token } from "./tokenise.ts";

const WHICH = "this|last|next|previous|current|coming|following|past|upcoming";
const UNIT = "day|week|weekend|month|quarter|year";
const JOINT = "(?:and|or|vs|versus|against|than|&|\\/|and\\/or)";
const CLOSING =
  "(?:$|[.,;:?!)(-]|by|per|for|from|of|with|at|on|in|please|pls|sorted|ordered|together|combined|only|grouped|split)";

interface Short {
  readonly says: RegExp;
  /** Which words it stands for, of what was matched. */
  readonly full: (...groups: string[]) => string;
}

/** Periods that share a word, each of which is said in full. */
const SHORT: readonly Short[] = [
  {
    says: new RegExp(`^(${WHICH}) (${JOINT}) (the )?(${WHICH}) (${UNIT})(?= |$)`),
    full: (a, joint, the, b, unit) => `${a} ${unit} ${joint} ${the}${b} ${unit}`,
  },
  {
    says: new RegExp(
      `^(${WHICH}) (${UNIT}) (${JOINT}) (the )?(${WHICH})(?: one| ones)?(?= ${CLOSING}| ?$)`,
    ),
    full: (a, unit, joint, the, b) => `${a} ${unit} ${joint} ${the}${b} ${unit}`,
  },
  {
    says: new RegExp(
      `^(${WHICH}) (${UNIT}) (${JOINT}) the (?:one|${UNIT}) (?:after|that follows)(?: that| it)?(?= |$)`,
    ),
    full: (a, unit, joint) => `${a} ${unit} ${joint} ${AFTER[a] ?? "the"} ${unit}`,
  },
  {
    says: new RegExp(`^(${WHICH}) (${UNIT}) (${JOINT}) the one before(?: that| it)?(?= |$)`),
    full: (a, unit, joint) =>
      a === "this" || a === "current"
        ? `${a} ${unit} ${joint} last ${unit}`
        : `${a} ${unit} ${joint} the ${unit} before`,
  },
];
const AFTER: Readonly<Record<string, string>> = {
  this: "next",
  current: "next",
  last: "this",
  previous: "this",
};

/** "This week or next", "last and this month", "last month and this one": each period with its own unit. */
export function inFull(tokens: readonly Token[]): readonly Token[] {
  const made: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    if (!first) break;
    const ahead = tokens.slice(at, at + MAX_WORDS);
    const text = ahead.map(({ word }) => word).join(" ");
    const found = STARTS.test(first.word) ? full(text) : null;
    if (!found) {
      made.push(first);
      continue;
    }
    const taken = ahead.slice(0, found.length);
    const last = taken.at(-1) ?? first;
    made.push(
      ...found.words.map(
        (word, n): Token => ({ ...(taken[Math.min(n, taken.length - 1)] ?? last), word }),
      ),
    );
    at += found.length - 1;
  }
  return made;
}

const MAX_WORDS = 9;
const STARTS = new RegExp(`^(?:${WHICH})$`);

function full(text: string): { words: string[]; length: number } | null {
  for (const { says, full: inWords } of SHORT) {
    const match = says.exec(text);
    if (!match) continue;
    const groups = match.slice(1).map((group) => group ?? "");
    return {
      words: inWords(...groups).split(" "),
      length: match[0].trim().split(" ").length,
    };
  }
  return null;
}
