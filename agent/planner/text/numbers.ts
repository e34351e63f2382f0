import { table } from "./table.ts";

const UNITS = table({
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
});
const TENS = table({
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});
const HUNDREDS = table({ hundred: 100, dozen: 12 });
const THOUSANDS = table({ thousand: 1000, million: 1_000_000 });

const FRACTIONS = table({
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  tenth: 1 / 10,
});

export const NUMBER_WORDS: readonly string[] = [UNITS, TENS, HUNDREDS, THOUSANDS].flatMap((words) =>
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
  const isRange = words[at - 1] === "between";
  const first = thousandsAt(words, at, spokenAt(words, at) ?? hundredsAt(words, at, isRange));
  if (!first) return null;
  let { value, length } = first;
  for (let { size } = first; size > 1; ) {
    const joint = words[at + length] === "and" ? 1 : 0;
    const start = at + length + joint;
    const part = isSpelt(words[start])
      ? thousandsAt(words, start, hundredsAt(words, start, isRange))
      : null;
    if (!part || part.value >= size || (joint > 0 && part.value >= 100)) break;
    value += part.value;
    length += joint + part.length;
    size = part.size;
  }
  return { value, length };
}

interface Part {
  readonly value: number;
  readonly length: number;
}

/** `two hundred and fifty` before `thousand`; what follows is smaller than its `size`. */
function thousandsAt(words: readonly string[], at: number, part: Part | null) {
  if (!part) return null;
  let { value, length } = part;
  let size = 1;
  for (let scale = THOUSANDS[words[at + length] ?? ""]; scale !== undefined; ) {
    value *= scale;
    size *= scale;
    length++;
    scale = THOUSANDS[words[at + length] ?? ""];
  }
  return { value, length, size };
}

/** A number below a thousand: `seven`, `two dozen`, `a hundred and fifty`. */
function hundredsAt(words: readonly string[], at: number, isRange: boolean): Part | null {
  const small = smallAt(words, at);
  if (!small) return null;
  const scale = HUNDREDS[words[at + small.length] ?? ""];
  if (scale === undefined) return small;
  const whole = { value: small.value * scale, length: small.length + 1 };
  const joint = words[at + whole.length] === "and" ? 1 : 0;
  const start = at + whole.length + joint;
  const rest = isSpelt(words[start]) ? smallAt(words, start) : null;
  if (scale < 100 || !rest || rest.value >= 100) return whole;
  const after = words[start + rest.length] ?? "";
  const isNext = after in THOUSANDS && joint > 0 && isRange; // between one hundred and two thousand
  if (after in HUNDREDS || isNext) return whole;
  return { value: whole.value + rest.value, length: whole.length + joint + rest.length };
}

/** Whether a smaller part may begin so: the 5 of "a hundred 5G routers" is none. */
function isSpelt(word = ""): boolean {
  return !/^\d/.test(word) && !(word in HUNDREDS) && !(word in THOUSANDS);
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
    const length = parts.length;
    const scale = HUNDREDS[words[at + length] ?? ""];
    return scale ? { value: value * scale, length: length + 1 } : { value, length };
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
  const isScale = (word = "") => word in HUNDREDS || word in THOUSANDS;
  if (first === "a" && isScale(words[at + 1])) return { value: 1, length: 1 };
  return isScale(first) ? { value: 1, length: 0 } : null;
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
