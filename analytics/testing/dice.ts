/** Seeded random numbers, so that every run of a test or benchmark meets the same series. */
export class Dice {
  #state: bigint;

  constructor(seed: number) {
    this.#state = (BigInt(seed) * 0x9e3779b97f4a7c15n) & MASK;
  }

  /** Uniform in [0, 1): splitmix64. */
  uniform(): number {
    this.#state = (this.#state + 0x9e3779b97f4a7c15n) & MASK;
    let z = this.#state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return Number((z ^ (z >> 31n)) >> 11n) / 2 ** 53;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  isHit(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Heavy tail: at least 1, infinite variance below an index of 2. */
  pareto(index: number): number {
    return (1 - this.uniform()) ** (-1 / index);
  }

  /** A gamma variable of whole shape and mean 1. */
  erlang(shape: number): number {
    let sum = 0;
    for (let i = 0; i < shape; i++) sum -= Math.log(1 - this.uniform());
    return sum / shape;
  }
}

const MASK = (1n << 64n) - 1n;
