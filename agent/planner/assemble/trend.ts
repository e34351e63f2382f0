import type { Filter } from "#query/query.ts";
import { daysBetween } from "../time/calendar.ts";
import type { Task } from "./assemble.ts";
import { Trouble } from "./trouble.ts";

/** A trend without a grain is shown in steps that its length suggests. */
export function trendGrain({ pool, time, assumptions }: Task): "day" | "week" | "month" {
  const span = pool.peek("time")[0]?.time;
  const days =
    span?.k === "rolling"
      ? span.amount * { minute: 1, hour: 1, day: 1, week: 7, month: 30, year: 365 }[span.unit]
      : span?.k === "days" && span.from
        ? daysBetween(span.from, span.to ?? time.today)
        : 365;
  const grain = days <= 35 ? "day" : days <= 190 ? "week" : "month";
  assumptions.push(`Shown per ${grain}.`);
  return grain;
}

/** How many were open at each moment is not kept: only when each was raised, and when it was resolved. */
export function refuseTrendOfStates(where: readonly Filter[]): void {
  if (/status|resolved_at|acknowledged/.test(JSON.stringify(where)))
    throw new Trouble("Over time, by when they came in, or by when they were resolved?", "time");
}
