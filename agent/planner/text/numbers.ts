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

/** The number that begins at `at`, in digits or words (`twenty five`, `a hundred`, `2 thousand`). */
export function numberAt(
  words: readonly string[],
  at: number,
): { value: number; length: number } | null {
  const first = words[at];
  if (first === undefined) return null;
  let length = 1;
  let value: number;
  if (/^\d+(\.\d+)?$/.test(first)) value = Number(first);
  else if (first in UNITS) value = UNITS[first] ?? 0;
  else if (first in TENS) {
    value = TENS[first] ?? 0;
    const unit = UNITS[words[at + 1] ?? ""];
    if (unit !== undefined && unit > 0 && unit < 10) {
      value += unit;
      length++;
    }
  } else if (first in SCALES || (first === "a" && (words[at + 1] ?? "") in SCALES)) {
    value = 1;
    length = first === "a" ? 1 : 0;
  } else return null;
  const scale = SCALES[words[at + length] ?? ""];
  if (scale !== undefined) {
    value *= scale;
    length++;
  }
  return { value, length };
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
