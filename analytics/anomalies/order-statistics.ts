let scratch = new Float64Array(512);

/** Copies the numbers among `values` to a place that later calls use again; NaN is left out. */
function copied(values: ArrayLike<number>): number {
  if (scratch.length < values.length) scratch = new Float64Array(2 * values.length);
  let length = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isNaN(value)) scratch[length++] = value;
  }
  return length;
}

/** The `share` quantile of the numbers among `values`; NaN of none. */
export function quantile(values: ArrayLike<number>, share: number): number {
  return quantileOfScratch(copied(values), share);
}

export function median(values: ArrayLike<number>): number {
  return quantileOfScratch(copied(values), 0.5);
}

/** What the standard deviation would be if the middle half of the numbers among `values` were normal. */
export function robustScale(values: ArrayLike<number>, centre: number): number {
  const length = copied(values);
  for (let i = 0; i < length; i++) scratch[i] = Math.abs((scratch[i] ?? 0) - centre);
  return 1.4826 * quantileOfScratch(length, 0.5);
}

function quantileOfScratch(length: number, share: number): number {
  if (length === 0) return Number.NaN;
  const position = share * (length - 1);
  const below = Math.floor(position);
  const low = select(length, below);
  if (position === below) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let i = below + 1; i < length; i++) high = Math.min(high, scratch[i] ?? high);
  return low + (high - low) * (position - below);
}

/** The `rank`-th smallest of the first `length` (Hoare 1961); what follows it there is not smaller. */
function select(length: number, rank: number): number {
  let left = 0;
  let right = length - 1;
  while (left < right) {
    const pivot = scratch[(left + right) >> 1] ?? 0;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((scratch[i] ?? 0) < pivot) i++;
      while ((scratch[j] ?? 0) > pivot) j--;
      if (i > j) break;
      const swapped = scratch[i] ?? 0;
      scratch[i++] = scratch[j] ?? 0;
      scratch[j--] = swapped;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else break;
  }
  return scratch[rank] ?? Number.NaN;
}

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

  add(value: number): void {
    const at = this.#find(value);
    this.#values.copyWithin(at + 1, at, this.#length);
    this.#values[at] = value;
    this.#length++;
  }

  remove(value: number): void {
    const at = this.#find(value);
    this.#values.copyWithin(at, at + 1, this.#length);
    this.#length--;
  }

  median(): number {
    if (this.#length === 0) return Number.NaN;
    const high = this.#values[this.#length >> 1] ?? Number.NaN;
    if (this.#length % 2 === 1) return high;
    return (high + (this.#values[(this.#length >> 1) - 1] ?? high)) / 2;
  }

  /** The place of the first value that is not smaller. */
  #find(value: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#values[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
