import { addDays, toDay } from "#core/day.ts";
import type { SeenChoice } from "./seen.ts";

/** What is looked for; each empty for any. */
export interface SimsChoice {
  readonly search: string;
  readonly status: string;
  readonly customer: string;
  readonly country: string;
  readonly operator: string;
  readonly rat: string;
  readonly rate_plan: string;
  readonly tag: string;
  readonly seen: string;
  /** UTC days, both included. */
  readonly activated_from: string;
  readonly activated_to: string;
  /** Comma-separated fields that are empty. */
  readonly without: string;
}

export const ANY: SimsChoice = {
  search: "",
  status: "",
  customer: "",
  country: "",
  operator: "",
  rat: "",
  rate_plan: "",
  tag: "",
  seen: "",
  activated_from: "",
  activated_to: "",
  without: "",
};
export const CHOICES = Object.keys(ANY) as (keyof SimsChoice)[];

/** As an address says it. */
export function choiceIn(query: Pick<URLSearchParams, "get">): SimsChoice {
  const chosen = CHOICES.map((name) => [name, query.get(name) ?? ""] as const);
  return Object.fromEntries(chosen) as unknown as SimsChoice;
}

export function isAny(choice: SimsChoice): boolean {
  return CHOICES.every((name) => choice[name] === "");
}

/** As our API is asked, at this time: for a whole hour the same, so that what was read can be kept. */
export function filtersOf(choice: SimsChoice, now: Date): Readonly<Record<string, string>> {
  const { seen, activated_from: from, activated_to: to, ...asked } = choice;
  return {
    ...asked,
    ...seenFilter(seen as SeenChoice, now),
    activated_since: from,
    activated_before: IS_DAY.test(to) ? addDays(to, 1) : to,
  };
}

const IS_DAY = /^\d{4}-\d\d-\d\d$/;
const HOUR_MS = 3_600_000;

function seenFilter(seen: SeenChoice | "", now: Date): Readonly<Record<string, string>> {
  const match = /^(not-)?(\d+)([hd])$/.exec(seen);
  if (!match) return {};
  const [, not, amount, unit] = match;
  const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const since =
    unit === "h"
      ? new Date(hour - Number(amount) * HOUR_MS).toISOString()
      : addDays(toDay(now), -Number(amount));
  return not ? { not_seen_since: since } : { seen_since: since };
}
