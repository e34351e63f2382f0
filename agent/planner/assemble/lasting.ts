import type { Filter, View } from "#query/query.ts";
import { LASTING, type Lasting, type LastingName } from "../lexicon/lasting.ts";
import type { Duration } from "../parse/items.ts";

const MINUTES = {
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10_080,
  month: 43_200,
  year: 525_600,
} as const;

/** How long it takes where rows of `from` are read; null where nothing there takes its time. */
export function lastingOn(what: LastingName, from: View): Lasting | null {
  return LASTING[what][from] ?? null;
}

/** A condition on how long it took. What is not done yet did not take that long, and is in "not within". */
export function lastedFilter(
  { member, unit }: Lasting,
  op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte",
  duration: Duration,
  negated: boolean,
): Filter {
  const minutes = duration.amount * MINUTES[duration.unit];
  const filter: Filter = { member, op, value: unit === "hour" ? minutes / 60 : minutes };
  return negated ? { not: filter } : filter;
}
