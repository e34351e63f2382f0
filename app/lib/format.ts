import { formatBytes } from "#core/bytes.ts";
import { pluralOf } from "#core/plural.ts";
import { readersLocale, shownZone } from "./reader.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SECONDS_OF_UNIT: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
};

export interface Formatted {
  readonly text: string;
  /** The whole value, for a hover; absent where `text` already is. */
  readonly exact?: string;
}

/** `8988228066612345678` → `8988 2280 6661 2345 678`. */
export function groupIccid(iccid: string): string {
  return iccid.replace(/(.{4})(?=.)/g, "$1 ");
}

export function formatNumber(value: number, locale = readersLocale()): Formatted {
  const maximumFractionDigits = Math.abs(value) >= 100 ? 0 : 2;
  const text = value.toLocaleString(locale, { maximumFractionDigits });
  const exact = value.toLocaleString(locale, { maximumFractionDigits: 10 });
  return exact === text ? { text } : { text, exact };
}

/** A count, its thousands apart. */
export function formatCount(count: number, locale = readersLocale()): string {
  return count.toLocaleString(locale);
}

/** `value` is in percent, not a fraction; at most one decimal. */
export function formatPercent(value: number, locale = readersLocale()): Formatted {
  const text = `${value.toLocaleString(locale, { maximumFractionDigits: 1 })} %`;
  const exact = `${value.toLocaleString(locale, { maximumFractionDigits: 10 })} %`;
  return exact === text ? { text } : { text, exact };
}

/** `unit`: that of `value` where it is not bytes (`MB`, `GB` …). Three digits always, so that columns align. */
export function formatVolume(value: number, unit?: string, locale = readersLocale()): Formatted {
  if (unit && unit !== "B") return { text: `${formatNumber(value, locale).text} ${unit}` };
  return { text: alignedBytes(value, locale), exact: `${value.toLocaleString(locale)} bytes` };
}

/** `2.6 GB` → `2.60 GB`; whole bytes stay whole. */
function alignedBytes(value: number, locale: string | undefined): string {
  const [amount = "", unit = ""] = formatBytes(value).split(" ");
  const wholeDigits = Math.trunc(Math.abs(Number(amount))).toString().length;
  return inDigits(amount, unit, unit === "B" ? 0 : Math.max(0, 3 - wholeDigits), locale);
}

/** A size beside others that are no column: `1.5 GB`, `500 MB`. */
export function formatSize(bytes: number, locale = readersLocale()): string {
  const [amount = "", unit = ""] = formatBytes(bytes).split(" ");
  return inDigits(amount, unit, amount.split(".")[1]?.length ?? 0, locale);
}

function inDigits(amount: string, unit: string, digits: number, locale: string | undefined) {
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${Number(amount).toLocaleString(locale, { ...fraction, useGrouping: false })} ${unit}`;
}

/** `currency`: ISO 4217; without one, a plain amount with two decimals. */
export function formatMoney(value: number, currency?: string, locale = readersLocale()): Formatted {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const isCode = currency !== undefined && /^[A-Z]{3}$/.test(currency);
  return {
    text: value.toLocaleString(locale, isCode ? { style: "currency", currency } : digits),
  };
}

/** A length of time; `unit` is that of `value` (default: seconds). `5400` → `1 h 30 min`. */
export function formatDuration(
  value: number,
  unit = "second",
  locale = readersLocale(),
): Formatted {
  const seconds = Math.abs(value) * (SECONDS_OF_UNIT[unit] ?? 1);
  const sign = value < 0 ? "−" : "";
  const exact = `${value.toLocaleString(locale)} ${unit}s`;
  if (seconds >= 2 * 86_400) {
    const days = (seconds / 86_400).toLocaleString(locale, { maximumFractionDigits: 1 });
    return { text: `${sign}${days} days`, exact };
  }
  if (seconds >= 3600) return { text: sign + twoParts(seconds, 3600, "h", 60, "min"), exact };
  if (seconds >= 60) return { text: sign + twoParts(seconds, 60, "min", 1, "s"), exact };
  return { text: `${value.toLocaleString(locale, { maximumFractionDigits: 1 })} s`, exact };
}

function twoParts(seconds: number, big: number, bigName: string, small: number, smallName: string) {
  const smalls = Math.round(seconds / small);
  const whole = Math.floor(smalls / (big / small));
  const rest = smalls % (big / small);
  return rest === 0 ? `${whole} ${bigName}` : `${whole} ${bigName} ${rest} ${smallName}`;
}

/**
 * A calendar day, which has no zone: `2026-10-14` → `14 Oct`, with the year unless it is `now`'s.
 * `grain`: what begins on that day (`week`, `month`, `quarter`, `year`).
 */
export function formatDay(
  day: string,
  now: Date,
  grain = "day",
  locale = readersLocale(),
): Formatted {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return { text: day };
  const year = date.getUTCFullYear();
  if (grain === "year") return { text: `${year}` };
  if (grain === "quarter") return { text: `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${year}` };
  if (grain === "month") {
    return {
      text: date.toLocaleDateString(locale, { month: "short", year: "numeric", timeZone: "UTC" }),
    };
  }
  const withYear = year !== now.getUTCFullYear();
  const exact = date.toLocaleDateString(locale, { dateStyle: "full", timeZone: "UTC" });
  return {
    text: date.toLocaleDateString(locale, {
      day: "numeric",
      month: "short",
      ...(withYear ? { year: "numeric" } : {}),
      timeZone: "UTC",
    }),
    exact: grain === "week" ? `week from ${exact}` : exact,
  };
}

/** An instant in the reader's zone: relative when under a week from `now`, exact on hover. */
export function formatInstant(iso: string, now: Date, locale = readersLocale()): Formatted {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return { text: iso };
  const exact = date.toLocaleString(locale, {
    dateStyle: "full",
    timeStyle: "long",
    timeZone: shownZone(),
  });
  const text =
    Math.abs(date.getTime() - now.getTime()) < 7 * DAY_MS
      ? relativeTime(date, now)
      : date.toLocaleString(locale, {
          day: "numeric",
          month: "short",
          ...(date.getFullYear() === now.getFullYear() ? {} : { year: "numeric" }),
          hour: "2-digit",
          minute: "2-digit",
          timeZone: shownZone(),
        });
  return { text, exact };
}

/** The calendar day of an instant in the reader's zone, with its year. */
export function formatDate(iso: string, locale = readersLocale()): Formatted {
  const date = new Date(iso);
  const timeZone = shownZone();
  return {
    text: date.toLocaleDateString(locale, { dateStyle: "medium", timeZone }),
    exact: date.toLocaleString(locale, { dateStyle: "full", timeStyle: "long", timeZone }),
  };
}

/** The hour that begins at an instant, in the reader's zone: `14 Oct, 15:00`. */
export function formatHour(iso: string, locale = readersLocale()): Formatted {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return { text: iso };
  return {
    text: date.toLocaleString(locale, {
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      timeZone: shownZone(),
    }),
    exact: date.toLocaleString(locale, {
      dateStyle: "full",
      timeStyle: "long",
      timeZone: shownZone(),
    }),
  };
}

/** `4 min. ago`, `in 3 days`: words, so in the language of the pages whatever the reader's formats are. */
export function relativeTime(date: Date, now: Date): string {
  const elapsedMs = date.getTime() - now.getTime();
  const format = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto", style: "short" });
  const size = Math.abs(elapsedMs);
  if (size < MINUTE_MS) return format.format(0, "second");
  if (size < HOUR_MS) return format.format(Math.trunc(elapsedMs / MINUTE_MS), "minute");
  if (size < DAY_MS) return format.format(Math.trunc(elapsedMs / HOUR_MS), "hour");
  return format.format(Math.trunc(elapsedMs / DAY_MS), "day");
}

/** `1`, "SIM" → `1 SIM`; `1200`, "SIM" → `1,200 SIMs`. */
export function countOf(
  count: number,
  noun: string,
  plural = pluralOf(noun),
  locale = readersLocale(),
): string {
  return `${formatCount(count, locale)} ${count === 1 ? noun : plural}`;
}
