/** A sorted window that values enter and leave, for running medians. */
export class SortedWindow {
  readonly #values: Float64Array;
  #length = 0;

  constructor(capacity: number) {
    this.#values = new Float64Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  add(value: number): void {
    const values = this.#values;
    let at = this.#length++;
    for (; at > 0 && (values[at - 1] as number) >= value; at--) {
      values[at] = values[at - 1] as number;
    }
    values[at] = value;
  }

  remove(value: number): void {
    const values = this.#values;
    const last = --this.#length;
    for (let at = this.#find(value); at < last; at++) values[at] = values[at + 1] as number;
  }

  /** `old` leaves and `value` enters: only what lies between them moves. */
  replace(old: number, value: number): void {
    const values = this.#values;
    const last = this.#length - 1;
    let at = this.#find(old);
    for (; at < last && (values[at + 1] as number) < value; at++) {
      values[at] = values[at + 1] as number;
    }
    for (; at > 0 && (values[at - 1] as number) > value; at--) {
      values[at] = values[at - 1] as number;
    }
    values[at] = value;
  }

  median(): number {
    const length = this.#length;
    if (length === 0) return Number.NaN;
    const high = this.#values[length >> 1] as number;
    if (length % 2 === 1) return high;
    return (high + (this.#values[(length >> 1) - 1] as number)) / 2;
  }

  /** The place of the first value that is not smaller. */
  #find(value: number): number {
    const values = this.#values;
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
