import type { Entry } from "./entry.ts";

/** By what the rows are split, and by which units of the calendar. */
export const GROUPING: readonly Entry[] = [
  [
    "one line per | one row per | one number per | one figure per | one line for each | one row for each | one figure for each | one number for each | a line per | a row per | a line for each | a row for each | a figure per | a number per | by | per | counted by | counted per | counting by | count by | counts by | split by | broken down by | break down by | grouped by | group by | for each | for every | separated by | breakdown by | divided by | divided among | divided amongst | divided between | divided over | divided under | spread over | spread across | spread among | spread out over | distributed among | distributed across | distributed between | split among | split between | split over | split across | shared out among | allocated to | across | according to | sorted into | broken out by | split into | split per | split up by | by each | in each | on each | each | every | a breakdown by | broken down per | segmented by | itemised by | itemized by | distributed over | distribution over | distribution by | with a breakdown by | breakdown per | and by | distribution across",
    { cat: "by" },
  ],
  ["for all", { cat: "by", all: true }],
  [
    "hourly | hour by hour | by the hour | per hour | each hour",
    { cat: "grain", grain: "hour", adjective: true },
  ],
  [
    "daily | day by day | per day | each day | every day | a day | by day | by date | per date | day wise | day over day | for each day | on each day",
    { cat: "grain", grain: "day", adjective: true },
  ],
  [
    "weekly | week by week | per week | each week | every week | a week | by week | for each week | by calendar week",
    { cat: "grain", grain: "week", adjective: true },
  ],
  [
    "monthly | month by month | per month | each month | every month | a month | by month | for each month",
    { cat: "grain", grain: "month", adjective: true },
  ],
  [
    "quarterly | quarter by quarter | per quarter | by quarter | each quarter",
    { cat: "grain", grain: "quarter", adjective: true },
  ],
  [
    "yearly | annual | annually | per year | by year | each year",
    { cat: "grain", grain: "year", adjective: true },
  ],
  [
    "day of the week | day of week | which day of the week | per weekday | by weekday | by day of week | by day of the week | per day of the week | per day of week | weekday",
    { cat: "grain", grain: "weekday", adjective: true },
  ],
  [
    "by hour of day | per hour of day | by hour of the day | per hour of the day | by time of day | hour of day | hour of the day | time of day",
    { cat: "grain", grain: "hour_of_day", adjective: true },
  ],
  ["hour", { cat: "grain", grain: "hour", adjective: false }],
  ["day | date", { cat: "grain", grain: "day", adjective: false }],
  ["week", { cat: "grain", grain: "week", adjective: false }],
  ["month", { cat: "grain", grain: "month", adjective: false }],
];
