import type { Run } from "./runs.ts";

export interface Outlier extends Run {
  /** The longest other run, in days. */
  readonly longestOther: number;
  /** How often a run like this would come by chance in the whole series. */
  readonly chance: number;
  /** 1 is where it becomes an anomaly. */
  readonly strength: number;
}

const SURELY_CHANCE = 0.005;
/** Of a day that never came before; nothing seen is proof of nothing. */
const LEAST_CHANCE = 0.001;
const CLOCKED_VARIATION = 0.5;
const MOST_OUTLIERS = 4;
const OFTEN_SHARE = 0.1;
/** Runs that single days by chance would make count as so many seen, until a series has shown its own. */
const ASSUMED_RUNS = 4;

/**
 * Runs that this series does not have by chance: longer than its own longest other one by half, and rarer
 * than once in 200 such series. Lengths are taken to be geometric with the mean of the other runs; a
 * device that talks by the clock is judged by the spread of its own gaps instead.
 */
export function outlyingRuns(runs: readonly Run[], countedDays: number): Outlier[] {
  const sorted = runs.toSorted((a, b) => b.days - a.days);
  const examined: Outlier[] = [];
  let outliers: Outlier[] = [];
  let inOthers = sorted.reduce((sum, run) => sum + run.days, 0);
  let days = countedDays;
  for (const [i, run] of sorted.slice(0, MOST_OUTLIERS).entries()) {
    inOthers -= run.days;
    days -= run.days;
    const others = sorted.slice(i + 1);
    const longestOther = others[0]?.days ?? 0;
    const chance = chanceOf(run, others, inOthers, days, i === 0);
    const strength =
      Math.log(Math.max(chance, LEAST_CHANCE ** Math.log2(1 + run.days))) / Math.log(SURELY_CHANCE);
    examined.push({ ...run, longestOther, chance, strength });
    // A second outlier makes the first less of one, so more is asked of it.
    const clearOf = i === 0 ? 1.5 : 2;
    const isLongest =
      longestOther === 0 || run.days >= Math.max(longestOther * clearOf, longestOther + 2);
    if (isLongest && chance < SURELY_CHANCE / (1 + 4 * i)) outliers = [...examined];
  }
  return outliers;
}

function chanceOf(
  run: Run,
  others: readonly Run[],
  inOthers: number,
  days: number,
  isOnly: boolean,
): number {
  if (others.length === 0) return days >= 20 && (isOnly || run.days > 1) ? 0 : 1;
  if (others.length >= 5) {
    const mean = inOthers / others.length;
    const spread = Math.sqrt(
      others.reduce((sum, other) => sum + (other.days - mean) ** 2, 0) / others.length,
    );
    if (spread < CLOCKED_VARIATION * mean) return run.days > mean + 6 * spread + 1 ? 0 : 1;
  }
  const byChance = (days + 1) / (days + 1 - inOthers);
  const seen = others.length + ASSUMED_RUNS;
  const mean = (inOthers + ASSUMED_RUNS * byChance) / seen;
  const rate = -Math.log(1 - 1 / mean);
  const longer = run.days - 1;
  const chance =
    inOthers > OFTEN_SHARE * days
      ? // How long runs are is known from few of them: the mean itself may be wrong.
        (1 + (rate * longer) / seen) ** -seen
      : Math.exp(-rate * longer);
  return (others.length + 1) * chance;
}
