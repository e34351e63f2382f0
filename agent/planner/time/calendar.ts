import type { DayUnit, RollingUnit, TimeContext } from "./span.ts";

const DAY_MS = 86_400_000;

/** Days are `YYYY-MM-DD` strings, so they compare and sort as text. */
export function toDay(utc: Date): string {
  return utc.toISOString().slice(0, 10);
}

function toUtc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function day(year: number, month: number, date: number): string {
  const utc = new Date(Date.UTC(2000, 0, 1));
  utc.setUTCFullYear(year, month - 1, date);
  return toDay(utc);
}

/** Null for a date that the calendar does not have, such as 31 September. */
export function dayIfReal(year: number, month: number, date: number): string | null {
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  const made = day(year, month, date);
  return Number(made.slice(5, 7)) === month ? made : null;
}

export function addDays(from: string, count: number): string {
  return toDay(new Date(toUtc(from).getTime() + count * DAY_MS));
}

/** Months later; the end of a short month takes the place of a day that it lacks. */
export function addMonths(from: string, count: number): string {
  const [year = 0, month = 1, date = 1] = from.split("-").map(Number);
  const first = day(year, month + count, 1);
  const lastDate = Number(addDays(day(year, month + count + 1, 1), -1).slice(8));
  return `${first.slice(0, 8)}${String(Math.min(date, lastDate)).padStart(2, "0")}`;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(of: string): number {
  return toUtc(of).getUTCDay() || 7;
}

export function startOf(unit: Exclude<DayUnit, "span">, of: string): string {
  const [year = 0, month = 1] = of.split("-").map(Number);
  switch (unit) {
    case "day":
      return of;
    case "week":
      return addDays(of, 1 - weekdayOf(of));
    case "month":
      return day(year, month, 1);
    case "quarter":
      return day(year, month - ((month - 1) % 3), 1);
    case "year":
      return day(year, 1, 1);
  }
}

export function step(from: string, unit: Exclude<DayUnit, "span">, count: number): string {
  switch (unit) {
    case "day":
      return addDays(from, count);
    case "week":
      return addDays(from, 7 * count);
    case "month":
      return addMonths(from, count);
    case "quarter":
      return addMonths(from, 3 * count);
    case "year":
      return addMonths(from, 12 * count);
  }
}

/** Monday of the ISO week `week` of `year`. */
export function isoWeek(year: number, week: number): string {
  return addDays(startOf("week", day(year, 1, 4)), 7 * (week - 1));
}

/** The instant at which `of` begins in `zone`. */
export function startOfDay(of: string, zone: string, hour = 0, minute = 0): Date {
  const wall = toUtc(of).getTime() + (hour * 60 + minute) * 60_000;
  if (zone === "UTC") return new Date(wall);
  let instant = wall - offsetMs(new Date(wall), zone);
  instant = wall - offsetMs(new Date(instant), zone); // once more, across a change of the clocks
  return new Date(instant);
}

export function dayAt(instant: Date, zone: string): string {
  if (zone === "UTC") return toDay(instant);
  return toDay(new Date(instant.getTime() + offsetMs(instant, zone)));
}

function offsetMs(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
  );
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}

export function timeContext(now: Date, zone: string): TimeContext {
  return { now, zone, today: dayAt(now, zone) };
}

const UNIT_MS: Record<Exclude<RollingUnit, "month" | "year">, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: DAY_MS,
  week: 7 * DAY_MS,
};

/** `amount` units before (or after) an instant. Months and years follow the calendar. */
export function shiftInstant(from: Date, unit: RollingUnit, amount: number): Date {
  if (unit !== "month" && unit !== "year") return new Date(from.getTime() + amount * UNIT_MS[unit]);
  const shifted = addMonths(toDay(from), amount * (unit === "year" ? 12 : 1));
  return new Date(toUtc(shifted).getTime() + (from.getTime() % DAY_MS));
}
