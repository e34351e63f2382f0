/** Days in a row for which something holds. */
export interface Run {
  readonly first: number;
  readonly last: number;
  /** Days that count: those skipped in between do not. */
  readonly days: number;
}

/** Runs of days for which `holds`; days that `isSkipped` neither break a run nor make one longer. */
export function runsOf(
  days: number,
  holds: (day: number) => boolean,
  isSkipped: (day: number) => boolean = () => false,
): Run[] {
  const runs: Run[] = [];
  let first = -1;
  let last = -1;
  let counted = 0;
  for (let day = 0; day <= days; day++) {
    if (day < days && isSkipped(day)) continue;
    if (day < days && holds(day)) {
      if (first < 0) first = day;
      last = day;
      counted++;
    } else if (first >= 0) {
      runs.push({ first, last, days: counted });
      first = -1;
      counted = 0;
    }
  }
  return runs;
}
