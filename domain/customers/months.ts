import { addDays } from "#core/day.ts";

/** This month so far, and as many days of the one before; ends are not included. */
export interface Months {
  readonly first: string;
  readonly today: string;
  /** Whole days from `first` until `today`. */
  readonly days: number;
  readonly firstBefore: string;
  readonly endBefore: string;
  /** Fewer than `days` where the last month was shorter. */
  readonly daysBefore: number;
}

export function monthsUntil(today: string): Months {
  const days = Number(today.slice(8, 10)) - 1;
  const first = addDays(today, -days);
  const lastBefore = addDays(first, -1);
  const firstBefore = `${lastBefore.slice(0, 7)}-01`;
  const daysBefore = Math.min(days, Number(lastBefore.slice(8, 10)));
  return {
    first,
    today,
    days,
    firstBefore,
    endBefore: addDays(firstBefore, daysBefore),
    daysBefore,
  };
}
