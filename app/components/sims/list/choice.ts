import { addDays, toDay } from "#core/day.ts";
import { SEEN } from "./seen.ts";

/** What is looked for; each empty for any. */
export const ANY = {
  search: "",
  status: "",
  customer: "",
  country: "",
  operator: "",
  rat: "",
  rate_plan: "",
  tag: "",
  list: "",
  seen: "",
  /** UTC days, both included. */
  activated_from: "",
  activated_to: "",
  /** Comma-separated fields that are empty. */
  without: "",
};
export type SimsChoice = Readonly<typeof ANY>;

/** As our API is asked, at this time: for a whole hour the same, so that what was read can be kept. */
export function filtersOf(choice: SimsChoice, now: Date): Readonly<Record<string, string>> {
  const { seen, activated_from: from, activated_to: to, ...asked } = choice;
  return {
    ...asked,
    ...seenFilter(seen, now),
    activated_since: from,
    activated_before: Number.isNaN(Date.parse(to)) ? to : addDays(to, 1),
  };
}

const HOUR_MS = 3_600_000;

function seenFilter(seen: string, now: Date): Readonly<Record<string, string>> {
  const isKnown = SEEN.some(([choice]) => choice === seen);
  const match = isKnown ? /^(not-)?(\d+)([hd])$/.exec(seen) : null;
  if (!match) return {};
  const [, not, amount, unit] = match;
  const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const since =
    unit === "h"
      ? new Date(hour - Number(amount) * HOUR_MS).toISOString()
      : addDays(toDay(now), -Number(amount));
  return not ? { not_seen_since: since } : { seen_since: since };
}
