/** Numbers of which order statistics are asked, gathered in memory that is used again; NaN is left out. */
export class Sample {
  #values = new Float64Array(512);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  clear(): this {
    this.#length = 0;
    return this;
  }

  add(value: number): void {
    if (Number.isNaN(value)) return;
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  addAll(values: ArrayLike<number>): this {
    for (let i = 0; i < values.length; i++) this.add(values[i] as number);
    return this;
  }

  /** The `share` quantile; NaN of none. What was gathered is in another order after it. */
  quantile(share: number): number {
    const length = this.#length;
    if (length === 0) return Number.NaN;
    const values = this.#values;
    const position = share * (length - 1);
    const below = Math.floor(position);
    const low = select(values, length, below);
    if (position === below) return low;
    let high = Number.POSITIVE_INFINITY;
    for (let i = below + 1; i < length; i++) {
      const value = values[i] as number;
      if (value < high) high = value;
    }
    return low + (high - low) * (position - below);
  }

  median(): number {
    return this.quantile(0.5);
  }

  /** What the standard deviation would be if the middle half were normal. Only distances are left after it. */
  robustScale(centre: number): number {
    const values = this.#values;
    for (let i = 0; i < this.#length; i++) values[i] = Math.abs((values[i] as number) - centre);
    return 1.4826 * this.quantile(0.5);
  }

  #grow(): void {
    const values = new Float64Array(2 * this.#values.length);
    values.set(this.#values);
    this.#values = values;
  }
}

const sample = new Sample();

/** The `share` quantile of the numbers among `values`; NaN of none. */
export function quantile(values: ArrayLike<number>, share: number): number {
  return sample.clear().addAll(values).quantile(share);
}

export function median(values: ArrayLike<number>): number {
  return sample.clear().addAll(values).quantile(0.5);
}

export function robustScale(values: ArrayLike<number>, centre: number): number {
  return sample.clear().addAll(values).robustScale(centre);
}

/** So few are sorted sooner than parted. */
const FEW = 24;

/** The `rank`-th smallest of the first `length` (Hoare 1961); what follows it there is not smaller. */
function select(values: Float64Array, length: number, rank: number): number {
  let left = 0;
  let right = length - 1;
  while (right - left > FEW) {
    const pivot = values[(left + right) >> 1] as number;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const swapped = values[i] as number;
      values[i++] = values[j] as number;
      values[j--] = swapped;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return values[rank] as number;
  }
  for (let i = left + 1; i <= right; i++) {
    const value = values[i] as number;
    let j = i - 1;
    while (j >= left && (values[j] as number) > value) {
      values[j + 1] = values[j] as number;
      j--;
    }
    values[j + 1] = value;
  }
  return values[rank] as number;
}
