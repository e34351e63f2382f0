export interface Timing {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/**
 * Runs the contenders in turn, `rounds` times each after a warm-up, so that both meet the same moments
 * of the machine. One call at a time.
 */
export async function race<K extends string>(
  contenders: Record<K, (round: number) => Promise<unknown>>,
  rounds: number,
): Promise<Record<K, Timing>> {
  const names = Object.keys(contenders) as K[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    K,
    number[]
  >;
  const warmUp = Math.ceil(rounds / 5);
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const startedAt = performance.now();
      await contenders[name](Math.abs(round));
      if (round >= 0) samples[name].push(performance.now() - startedAt);
    }
  }
  return Object.fromEntries(names.map((name) => [name, timingOf(samples[name])])) as Record<
    K,
    Timing
  >;
}

export function timingOf(samples: readonly number[]): Timing {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}
