import { at } from "../floats.ts";
import { type Outlook, SHARES } from "../outlook.ts";
import type { Scratch } from "../scratch.ts";
import { HISTORY_DAYS } from "../sizes.ts";

/** After how many days an old day counts half. */
const HALF_LIVES = [15, 45, 400] as const;
/** What a day of another weekday counts for: as much, or little. */
const OTHER_WEEKDAYS = [1, 0.12] as const;
const JUDGED_DAYS = 7;

const fading = HALF_LIVES.map((halfLife) =>
  Float64Array.from({ length: HISTORY_DAYS + 1 }, (_, age) => 0.5 ** (age / halfLife)),
);
/** The weights of all days up to an age. */
const faded = fading.map((weights) => {
  const sums = new Float64Array(weights.length);
  for (let age = 1; age < weights.length; age++) sums[age] = at(sums, age - 1) + at(weights, age);
  return sums;
});
const order = new Int32Array(HISTORY_DAYS);
const quantiles = new Float64Array(SHARES.length);
const table = new Float64Array(7 * SHARES.length);
const means = new Float64Array(7);

/**
 * What a day may bring is what days have brought, newer days and (where it helped) the same weekday counting
 * more. The way of counting that would have told the past best is taken.
 */
export function forecastSporadic(
  scratch: Scratch,
  days: number,
  horizon: number,
  isBursty: boolean,
  outlook: Outlook,
): void {
  sortDays(scratch.history, days);
  const chosen = chooseCounting(scratch.history, days);
  const fade = fading[chosen >> 1] ?? new Float64Array(0);
  const other = OTHER_WEEKDAYS[chosen % 2] ?? 1;
  for (let weekday = 0; weekday < 7; weekday++) {
    quantilesOf(scratch.history, days, days, weekday, chosen >> 1, other);
    means[weekday] = meanOf(scratch.history, days, weekday, fade, other);
    table.set(quantiles, weekday * SHARES.length);
  }
  for (let day = 0; day < horizon; day++) {
    const row = ((days + day) % 7) * SHARES.length;
    outlook.lower95[day] = at(table, row);
    outlook.lower80[day] = at(table, row + 1);
    outlook.predicted[day] = at(table, row + 2);
    outlook.upper80[day] = at(table, row + 3);
    outlook.upper95[day] = at(table, row + 4);
    outlook.mean[day] = at(means, (days + day) % 7);
  }
  outlook.isHeavyTailed = isBursty;
  fillTotals(scratch.history, days, horizon, fade, outlook);
}

/** Days by their volume, least first, into `order`. */
function sortDays(history: Float64Array, days: number): void {
  for (let i = 0; i < days; i++) order[i] = i;
  for (const step of [132, 57, 23, 10, 4, 1]) {
    for (let i = step; i < days; i++) {
      const day = order[i] as number;
      const value = at(history, day);
      let j = i;
      while (j >= step && at(history, order[j - step] as number) > value) {
        order[j] = order[j - step] as number;
        j -= step;
      }
      order[j] = day;
    }
  }
}

/** Quantiles of `weekday` as known before day `now`, into `quantiles`. */
function quantilesOf(
  history: Float64Array,
  days: number,
  now: number,
  weekday: number,
  halfLife: number,
  other: number,
): void {
  const fade = fading[halfLife] as Float64Array;
  let same = 0;
  if (other !== 1) for (let i = weekday; i < now; i += 7) same += at(fade, now - i);
  const total = other * at(faded[halfLife] as Float64Array, now) + (1 - other) * same;
  let reached = 0;
  let next = 0;
  let last = 0;
  for (let place = 0; place < days && next < SHARES.length; place++) {
    const day = order[place] as number;
    if (day >= now) continue;
    last = at(history, day);
    reached += at(fade, now - day) * (other === 1 || day % 7 === weekday ? 1 : other);
    while (next < SHARES.length && reached >= (SHARES[next] ?? 1) * total) quantiles[next++] = last;
  }
  while (next < SHARES.length) quantiles[next++] = last;
}

function meanOf(
  history: Float64Array,
  days: number,
  weekday: number,
  fade: Float64Array,
  other: number,
): number {
  let total = 0;
  let sum = 0;
  for (let i = 0; i < days; i++) {
    const weight = at(fade, days - i) * (i % 7 === weekday ? 1 : other);
    total += weight;
    sum += weight * at(history, i);
  }
  return sum / total;
}

/** The way of counting (half-life, weekdays) with the least quantile losses in the weeks past. */
function chooseCounting(history: Float64Array, days: number): number {
  if (days < 42) return 4;
  let best = 4;
  let least = Number.POSITIVE_INFINITY;
  for (let way = 0; way < HALF_LIVES.length * OTHER_WEEKDAYS.length; way++) {
    const other = OTHER_WEEKDAYS[way % 2] ?? 1;
    let loss = 0;
    for (let now = days - JUDGED_DAYS; now >= days / 2 && now >= 28; now -= 2 * JUDGED_DAYS) {
      if (other === 1) quantilesOf(history, days, now, 0, way >> 1, other);
      for (let i = now; i < now + JUDGED_DAYS; i++) {
        if (other !== 1) quantilesOf(history, days, now, i % 7, way >> 1, other);
        for (let k = 1; k < SHARES.length - 1; k++) {
          const miss = at(history, i) - at(quantiles, k);
          const share = SHARES[k] ?? 0.5;
          loss += miss > 0 ? share * miss : (share - 1) * miss;
        }
      }
    }
    // The plainest way is kept unless another is clearly better.
    const penalised = loss * (way === 4 ? 0.97 : 1);
    if (penalised < least) {
      least = penalised;
      best = way;
    }
  }
  return best;
}

/**
 * Totals vary by what weeks do, so that days which hang together are seen, and by how well the mean is known and
 * stays. What a heavy tail has not shown yet is allowed for; the factors were fitted to held-out totals.
 */
function fillTotals(
  history: Float64Array,
  days: number,
  horizon: number,
  fade: Float64Array,
  outlook: Outlook,
): void {
  let mean = 0;
  let weights = 0;
  let squaredWeights = 0;
  for (let i = 0; i < days; i++) {
    const weight = at(fade, days - i);
    mean += weight * at(history, i);
    weights += weight;
    squaredWeights += weight * weight;
  }
  mean /= weights;
  const known = weights ** 2 / squaredWeights;
  let dayVariance = 0;
  for (let i = 0; i < days; i++) dayVariance += at(fade, days - i) * (at(history, i) - mean) ** 2;
  dayVariance /= weights;
  let blockVariance = 0;
  let blocks = 0;
  let empty = 0;
  let sum = 0;
  let used = 0;
  for (let i = 0; i < days; i++) {
    sum += at(history, i) - (i >= 7 ? at(history, i - 7) : 0);
    used += (at(history, i) > 0 ? 1 : 0) - (i >= 7 && at(history, i - 7) > 0 ? 1 : 0);
    if (i < 6) continue;
    const weight = at(fade, days - i);
    blockVariance += weight * (sum - 7 * mean) ** 2;
    if (used === 0) empty += weight;
    blocks += weight;
  }
  const emptyWeek = blocks > 0 ? empty / blocks : 0;
  const tail = outlook.isHeavyTailed ? 1.6 : 1.1;
  const drift = outlook.isHeavyTailed ? 6 : 4;
  const perDay = blocks > 0 ? Math.max(0.5 * dayVariance, blockVariance / blocks / 7) : dayVariance;
  for (let day = 0; day < horizon; day++) {
    const lead = day + 1;
    outlook.totalDeviation[day] = Math.sqrt(perDay * lead * (tail + (drift * lead) / known));
    outlook.zeroChance[day] = emptyWeek ** (lead / 7);
  }
}
