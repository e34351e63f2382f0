import { median } from "./order-statistics.ts";
import type { Excursion } from "./scan.ts";

const SHORT_DAYS = 3;
const OFTEN = 4;
/** One of many like it is reported only where it stands out of them by this factor. */
const CLEAR_OF_HABIT = 1.6;
/** A month, in days, as billing and backups count it. */
const PERIODS_DAYS = [28, 29, 30, 31] as const;
const LEAST_RECURRENCES = 2;
const RECURRING_Z = 2.2;
const ALIKE_SHARE = 0.6;

/** Without what a device does again and again, as each month's upload: that is how it works. */
export function withoutHabits(
  excursions: readonly Excursion[],
  z: Float64Array,
  isUnknown: (day: number) => boolean,
): Excursion[] {
  const isShort = (each: Excursion) => each.last - each.first < SHORT_DAYS;
  return excursions.filter((each) => {
    if (!isShort(each)) return true;
    if (PERIODS_DAYS.some((period) => recurs(each, period, z, isUnknown))) return false;
    const alike = excursions.filter((other) => isShort(other) && other.sign === each.sign);
    if (alike.length < OFTEN) return true;
    return each.strength > CLEAR_OF_HABIT * median(alike.map(({ strength }) => strength));
  });
}

function recurs(
  { first, last, sign }: Excursion,
  period: number,
  z: Float64Array,
  isUnknown: (day: number) => boolean,
): boolean {
  const heights: number[] = [];
  let own = 0;
  for (let day = first; day <= last; day++) {
    if (!isUnknown(day)) own = Math.max(own, sign * (z[day] ?? 0));
  }
  for (let day = first % period; day <= z.length - 1; day += period) {
    if (day >= first - 1 && day <= last + 1) continue;
    let most = Number.NEGATIVE_INFINITY;
    for (let near = Math.max(0, day - 1); near <= day + 1 && near < z.length; near++) {
      if (!isUnknown(near)) most = Math.max(most, sign * (z[near] ?? 0));
    }
    if (most > Number.NEGATIVE_INFINITY) heights.push(most);
  }
  const usual = median(heights);
  return heights.length >= LEAST_RECURRENCES && usual > Math.max(RECURRING_Z, ALIKE_SHARE * own);
}
