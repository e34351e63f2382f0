/** A value that a device never had before, from the day that it appears. */
export interface Newcomer {
  readonly first: number;
  readonly last: number;
  readonly seen: string;
  /** What it had last before. */
  readonly before: string;
  /** Days that were known before it. */
  readonly knownDays: number;
}

const LEAST_KNOWN_DAYS = 14;
/** A device that has met a new one this often meets new ones by its work. */
const OFTEN_DAYS = 40;
/** After so long it belongs to the device. */
const NEW_NORMAL_DAYS = 21;

export function newcomers(
  series: ArrayLike<string | null>,
  isCounted: (day: number) => boolean = () => true,
): Newcomer[] {
  const known = new Set<string>();
  const found: Newcomer[] = [];
  let current: {
    first: number;
    last: number;
    seen: string;
    before: string;
    knownDays: number;
  } | null = null;
  let knownDays = 0;
  let before: string | null = null;
  for (let day = 0; day < series.length; day++) {
    const value = series[day];
    if (!value || !isCounted(day)) continue;
    if (current && (value !== current.seen || day - current.first >= NEW_NORMAL_DAYS)) {
      found.push(current);
      current = null;
    }
    if (current) current.last = day;
    else if (!known.has(value)) {
      const isRare = known.size - 1 <= knownDays / OFTEN_DAYS;
      if (before !== null && knownDays >= LEAST_KNOWN_DAYS && isRare) {
        current = { first: day, last: day, seen: value, before, knownDays };
      }
      known.add(value);
    }
    knownDays++;
    before = value;
  }
  if (current) found.push(current);
  return found;
}
