import type { Entry } from "./entry.ts";

/** Units that a figure is shown in, and what is left. */
export const MEASURING: readonly Entry[] = [
  [
    "left | left over | remaining | still available | remain | remains | is left | are left | still left | got left | still on it | still there | to go | still sitting there",
    { cat: "metric", metric: "data_remaining" },
  ],
  ["kb | kilobytes | kib", { cat: "unit", unit: "kB" }],
  ["mb | megabytes | megabyte | mib | meg | megs", { cat: "unit", unit: "MB" }],
  ["gb | gigabytes | gigabyte | gib | gig | gigs", { cat: "unit", unit: "GB" }],
  ["tb | terabytes | terabyte", { cat: "unit", unit: "TB" }],
  [
    "seconds | secs | sec | in seconds | in sec | in secs | second",
    { cat: "unit", unit: "second" },
  ],
  ["minutes | mins | in minutes", { cat: "unit", unit: "minute" }],
  ["hours | in hours | hrs", { cat: "unit", unit: "hour" }],
  ["days | in days", { cat: "unit", unit: "day" }],
  [
    "% | percent | percentage | as a percentage | as percentage | in percent | in % | pct | as percent | as a percent | as % | in percentages | proportion | ratio in %",
    { cat: "ask", what: "share" },
  ],
  ["share | shares", { cat: "ask", what: "share" }],
];
