import { table } from "../text/table.ts";
import { ORDINAL_WORDS } from "./ordinals.ts";

export const MONTHS = table({
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sep: 9,
  sept: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
});

export const WEEKDAYS = table({
  monday: 1,
  mon: 1,
  tuesday: 2,
  tue: 2,
  tues: 2,
  wednesday: 3,
  wed: 3,
  thursday: 4,
  thu: 4,
  thur: 4,
  thurs: 4,
  friday: 5,
  fri: 5,
  saturday: 6,
  sat: 6,
  sunday: 7,
  sun: 7,
});

export const UNITS = table<"minute" | "hour" | "day" | "week" | "month" | "quarter" | "year">({
  minute: "minute",
  minutes: "minute",
  min: "minute",
  mins: "minute",
  hour: "hour",
  hours: "hour",
  hr: "hour",
  hrs: "hour",
  h: "hour",
  day: "day",
  days: "day",
  d: "day",
  week: "week",
  weeks: "week",
  wk: "week",
  wks: "week",
  w: "week",
  month: "month",
  months: "month",
  mo: "month",
  quarter: "quarter",
  quarters: "quarter",
  year: "year",
  years: "year",
  yr: "year",
  yrs: "year",
});

/** Units that are a number of others. */
export const MULTIPLES = table<{ readonly amount: number; readonly unit: "week" | "month" }>({
  fortnight: { amount: 2, unit: "week" },
  fortnights: { amount: 2, unit: "week" },
});

/** Parts of a day as clock hours, the end excluded; a night goes on into the next day. */
export const DAY_PARTS = table<readonly [number, number]>({
  morning: [0, 12],
  afternoon: [12, 18],
  evening: [18, 24],
  night: [18, 30],
});

/** Words of time, for the spelling check. */
export const TIME_WORDS: readonly string[] = [
  ...ORDINAL_WORDS,
  ...Object.keys(MONTHS),
  ...Object.keys(WEEKDAYS),
  ...Object.keys(UNITS),
  ...Object.keys(DAY_PARTS),
  ..."today yesterday tomorrow overnight now midnight noon weekend since until till before after between from during within last past previous prior this current next coming following ago date far half ytd mtd wtd earlier recent upcoming calendar tonight fortnight fortnights beginning commencing starting onwards end start preceding mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends weekdays workdays h1 h2 complete rest remainder".split(
    " ",
  ),
];
