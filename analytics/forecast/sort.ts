import { at } from "./floats.ts";

const STEPS = [701, 301, 132, 57, 23, 10, 4, 1] as const;

/** Sorts the first `count` values in place without allocating. */
export function sortLong(values: Float64Array, count: number): void {
  for (const step of STEPS) {
    for (let i = step; i < count; i++) {
      const value = at(values, i);
      let j = i;
      while (j >= step && at(values, j - step) > value) {
        values[j] = at(values, j - step);
        j -= step;
      }
      values[j] = value;
    }
  }
}
