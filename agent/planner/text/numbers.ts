const UNITS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  dozen: 12,
};
const FRACTIONS: Record<string, number> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  tenth: 1 / 10,
};

export const NUMBER_WORDS: readonly string[] = [UNITS, TENS, SCALES].flatMap((words) =>
  Object.keys(words),
);

/** Amounts that have a word of their own, and how many words that takes. */
const SPOKEN: readonly (readonly [words: string, value: number])[] = [
  ["a couple of", 2],
  ["a couple", 2],
  ["a pair of", 2],
  ["half a dozen", 6],
  ["half a", 0.5],
  ["half an", 0.5],
  ["a half", 0.5],
  ["one and a half", 1.5],
  ["two and a half", 2.5],
];
const SPOKEN_FIRST = new Set(SPOKEN.map(([phrase]) => phrase.split(" ")[0]));
/** These need a measure behind them: "half a gig", and not "half a minute's work on the fleet". */
const HALVES = new Set(["half a", "half an"]);

/** The number that begins at `at`, in digits or words (`twenty five`, `a hundred and fifty`, `2 thousand`). */
export function numberAt(
  words: readonly string[],
  at: number,
): { value: number; length: number } | null {
  const spoken = spokenAt(words, at);
  if (spoken) return spoken;
  const first = smallAt(words, at);
  if (!first) return null;
  let { value, length } = first;
  for (let scale = SCALES[words[at + length] ?? ""]; scale !== undefined; ) {
    value *= scale;
    length++;
    const joint = words[at + length] === "and" ? 1 : 0;
    const rest = smallAt(words, at + length + joint);
    const more = rest ? SCALES[words[at + length + joint + rest.length] ?? ""] : undefined;
    if (rest && rest.value < scale && more === undefined && (joint === 0 || rest.value < 100)) {
      value += rest.value;
      length += joint + rest.length;
      break;
    }
    scale = SCALES[words[at + length] ?? ""];
  }
  return { value, length };
}

function spokenAt(words: readonly string[], at: number) {
  if (!SPOKEN_FIRST.has(words[at] ?? "")) return null;
  for (const [phrase, value] of SPOKEN) {
    const parts = phrase.split(" ");
    if (!parts.every((part, offset) => words[at + offset] === part)) continue;
    if (
      HALVES.has(phrase) &&
      !/^(gb|gig|gigs|gigabyte|mb|meg|tb|kb|million|thousand|hour|day|week|month|year)/.test(
        words[at + parts.length] ?? "",
      )
    )
      continue;
    return { value, length: parts.length };
  }
  return null;
}

/** A number below the scales: digits, `seven`, `twenty five`, the `a` of `a hundred`. */
function smallAt(words: readonly string[], at: number): { value: number; length: number } | null {
  const first = words[at];
  if (first === undefined) return null;
  if (/^\d+(\.\d+)?$/.test(first)) return { value: Number(first), length: 1 };
  if (first in UNITS) return { value: UNITS[first] ?? 0, length: 1 };
  if (first in TENS) {
    const unit = UNITS[words[at + 1] ?? ""];
    const both = unit !== undefined && unit > 0 && unit < 10;
    return { value: (TENS[first] ?? 0) + (both ? unit : 0), length: both ? 2 : 1 };
  }
  if (first === "a" && (words[at + 1] ?? "") in SCALES) return { value: 1, length: 1 };
  return first in SCALES ? { value: 1, length: 0 } : null;
}

/** `half`, `three quarters`, `nine tenths`, `a third` as a share of one. */
export function fractionAt(
  words: readonly string[],
  at: number,
): { value: number; length: number } | null {
  const whole = words[at] === "a" ? { value: 1, length: 1 } : numberAt(words, at);
  const start = whole ? at + whole.length : at;
  const word = words[start] ?? "";
  const size = FRACTIONS[word] ?? FRACTIONS[word.replace(/s$/, "")];
  if (size === undefined) return null;
  if (!whole && word !== "half") return null;
  const value = (whole?.value ?? 1) * size;
  return value > 1 ? null : { value, length: (whole?.length ?? 0) + 1 };
}
