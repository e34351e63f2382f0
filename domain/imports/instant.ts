import { type Checked, fail, ok } from "./checked.ts";

/** Which of two numbers is the day, where a date such as 3/4/2026 alone leaves it open. */
export type DayOrder = "day-first" | "month-first" | null;

export interface Instant {
  readonly at: Date;
  readonly isDayOnly: boolean;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const YEAR_MIN = 1990;
const YEAR_MAX = 2100;

const TIME = String.raw`(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]m)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, "i");
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`, "i");
const DAY_MONTH_NAME = new RegExp(
  String.raw`^(\d{1,2})[.\s-]*([a-z]{3,9})[.\s-]*,?\s*(\d{4})${TIME}$`,
  "i",
);
const MONTH_NAME_DAY = new RegExp(
  String.raw`^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  "i",
);
const EPOCH = /^(\d{10})(\d{3})?$/;
const EXCEL_SERIAL = /^\d{5}(\.\d+)?$/;

/** A date or time of day in one of the usual forms → an instant; without a zone it is UTC. */
export function checkInstant(text: string, order: DayOrder): Checked<Instant> {
  const epoch = EPOCH.exec(text);
  if (epoch) return inRange(new Date(Number(text) * (epoch[2] ? 1 : 1000)), false);
  if (EXCEL_SERIAL.test(text)) {
    return fail("is Excel's number of a day; format the column as a date such as 2026-10-31");
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, , month, day, ...time] = yearFirst;
    return build(year, month, day, time);
  }
  const compact = COMPACT.exec(text);
  if (compact) return build(compact[1], compact[2], compact[3], []);
  const named = DAY_MONTH_NAME.exec(text);
  if (named) return build(named[3], monthNumber(named[2]), named[1], named.slice(4));
  const monthFirst = MONTH_NAME_DAY.exec(text);
  if (monthFirst)
    return build(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2], monthFirst.slice(4));
  const numbers = NUMBERS.exec(text);
  if (!numbers) return fail("is not a date; write it as 2026-10-31 or 2026-10-31T14:05:00Z");
  const [, first = "", separator, second = "", year, ...time] = numbers;
  const known = orderOf(first, second, separator ?? "") ?? order;
  if (known === null && first !== second) {
    return fail("can be read day first or month first; write the date as 2026-10-31");
  }
  return known === "month-first"
    ? build(year, first, second, time)
    : build(year, second, first, time);
}

/** How a column writes its days, by the cells that leave no doubt; `null` if none does, or they differ. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  const orders = new Set<DayOrder>();
  for (const cell of cells) {
    const match = NUMBERS.exec(cell);
    const order = match ? orderOf(match[1] ?? "", match[3] ?? "", match[2] ?? "") : null;
    if (order) orders.add(order);
  }
  const [order = null] = orders;
  return orders.size === 1 ? order : null;
}

/** A part above 12 is the day; and with points the day comes first wherever points are used. */
function orderOf(first: string, second: string, separator: string): DayOrder {
  if (Number(first) > 12) return "day-first";
  if (Number(second) > 12) return "month-first";
  return separator === "." ? "day-first" : null;
}

function monthNumber(name = ""): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function build(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: readonly (string | undefined)[],
): Checked<Instant> {
  const [hourText, minute = "0", second = "0", fraction = "0", half, zone] = time;
  const hour = hourOf(Number(hourText ?? 0), half);
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const at = new Date(
    Date.UTC(y, m - 1, d, hour, Number(minute), Number(second), Number(`0.${fraction}`) * 1000),
  );
  const exists = at.getUTCFullYear() === y && at.getUTCMonth() === m - 1 && at.getUTCDate() === d;
  if (!exists || hour > 23 || Number(minute) > 59 || Number(second) > 60) {
    return fail("is not a day or time that exists; write it as 2026-10-31 or 2026-10-31T14:05:00Z");
  }
  return inRange(new Date(at.getTime() - offsetMs(zone)), hourText === undefined);
}

function hourOf(hour: number, half: string | undefined): number {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

function offsetMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? "");
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === "-" ? -1 : 1) * minutes * 60_000;
}

function inRange(at: Date, isDayOnly: boolean): Checked<Instant> {
  const year = at.getUTCFullYear();
  return year >= YEAR_MIN && year <= YEAR_MAX
    ? ok({ at, isDayOnly })
    : fail(`is not between the years ${YEAR_MIN} and ${YEAR_MAX}`);
}
