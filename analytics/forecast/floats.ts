/** Loops below stay inside their arrays, so an element is always there. */
export const at = (values: Float64Array, index: number): number => values[index] as number;

/** Sorts `values[from … to)` in place; for short ranges that is faster than the engine's own sort. */
export function sortRange(values: Float64Array, from: number, to: number): void {
  if (to - from > 48) {
    values.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = at(values, i);
    let j = i - 1;
    while (j >= from && at(values, j) > value) {
      values[j + 1] = at(values, j);
      j--;
    }
    values[j + 1] = value;
  }
}

/** The quantile of sorted `values[from … to)`, between neighbours by straight line. */
export function quantileOf(values: Float64Array, from: number, to: number, share: number): number {
  const place = from + share * (to - from - 1);
  const low = Math.floor(place);
  const high = Math.min(to - 1, low + 1);
  return at(values, low) + (place - low) * (at(values, high) - at(values, low));
}

/** The mean of the middle of sorted `values[from … to)`, a fifth cut off at either end. */
export function trimmedMean(values: Float64Array, from: number, to: number): number {
  const cut = Math.floor((to - from) / 5);
  let sum = 0;
  for (let i = from + cut; i < to - cut; i++) sum += at(values, i);
  return sum / (to - from - 2 * cut);
}
