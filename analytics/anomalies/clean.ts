import { LARGEST_VALUE } from "../largest-value.ts";

export interface Cleaned {
  readonly values: Float64Array;
  readonly notes: readonly string[];
}

/** Values that cannot be are unknown, and said to be. */
export function clean(given: ArrayLike<number>): Cleaned {
  const values = new Float64Array(given.length);
  let negative = 0;
  let absurd = 0;
  let unknown = 0;
  for (let day = 0; day < given.length; day++) {
    const value = Number(given[day]);
    values[day] = value;
    if (Number.isNaN(value)) unknown++;
    else if (value < 0) negative++;
    else if (value > LARGEST_VALUE) absurd++;
    else continue;
    values[day] = Number.NaN;
  }
  const notes = [
    note(unknown, "without a value"),
    note(negative, "with a negative value"),
    note(absurd, "with a value that cannot be"),
  ].filter((each) => each !== null);
  return { values, notes };
}

function note(count: number, what: string): string | null {
  if (count === 0) return null;
  return `${count} ${count === 1 ? "day" : "days"} ${what} ${count === 1 ? "was" : "were"} counted as unknown.`;
}
