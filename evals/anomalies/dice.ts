/** Chance with a seed: PCG32 (O'Neill 2014), reduced to what the planted series need. */
export interface Dice {
  uniform(low?: number, high?: number): number;
  whole(low: number, high: number): number;
  normal(): number;
  /** Gamma with shape and mean 1 (Marsaglia and Tsang 2000). */
  gamma(shape: number): number;
  pareto(alpha: number): number;
  poisson(mean: number): number;
  isTrue(probability: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

export function dice(seed: number): Dice {
  let state = BigInt.asUintN(64, BigInt(seed) * 6364136223846793005n + 1442695040888963407n);
  const next = (): number => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    const xorShifted = Number(((state >> 18n) ^ state) >> 27n) >>> 0;
    const turn = Number(state >> 59n);
    const value = ((xorShifted >>> turn) | (xorShifted << (-turn & 31))) >>> 0;
    return (value + 0.5) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
  const gamma = (shape: number): number => {
    const d = shape + (shape < 1 ? 1 : 0) - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v <= 0 || Math.log(next()) > x ** 2 / 2 + d - d * v + d * Math.log(v)) continue;
      return (d * v * (shape < 1 ? next() ** (1 / shape) : 1)) / shape;
    }
  };
  return {
    uniform: (low = 0, high = 1) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
    normal,
    gamma,
    pareto: (alpha) => next() ** (-1 / alpha),
    poisson: (mean) => {
      if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
      let count = 0;
      for (let product = next(); product > Math.exp(-mean); product *= next()) count++;
      return count;
    },
    isTrue: (probability) => next() < probability,
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
  };
}
