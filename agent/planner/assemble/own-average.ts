import type { Filter, Measure, Query } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import { addDays } from "../time/calendar.ts";
import { before } from "../time/resolve.ts";
import type { TimeSpan } from "../time/span.ts";
import { spoken } from "../time/spoken.ts";
import type { Task } from "./assemble.ts";
import { and, filtersOf, takeUnit } from "./common.ts";
import { BYTE_UNITS } from "./figures.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

/** SIMs whose traffic of one period passes a multiple of their own daily average over another. */
export function againstOwnAverage(task: Task): Query | null {
  const { pool } = task;
  const isOwn = pool.has("own_average");
  const bound = pool.peek("threshold", (item) => item.quantity.unit === "times")[0];
  const op = bound?.op ?? pool.peek("cmp", (item) => item.op === "gt" || item.op === "lt")[0]?.op;
  const name = pool.peek("metric")[0]?.metric ?? "usage";
  const metric = metricOf(name);
  if (!isOwn || !op || metric.view !== "sim_usage_daily") return null;
  pool.take("word", (item) => item.word === "own_average");
  pool.take("threshold", (item) => item === bound);
  pool.take("cmp", () => bound === undefined);
  pool.take("agg");
  pool.take("grain", (item) => item.grain === "day");
  pool.take("metric");
  const spans = pool.take("time").map((item) => item.time);
  const [period, base] = periods(spans, task);
  const rows = filtersOf(task, "sim_usage_daily");
  const during = (span: TimeSpan): Filter => rows.span("sim_usage_daily.day", span);
  const related = (measure: Measure): Measure => ({ related: "sim_usage_daily", measure });
  const unit = takeUnit(task, BYTE_UNITS);
  const shown = unit ? { unit } : {};
  const [value, average] = ["data_used", "daily_average_before"];
  return {
    from: "sims",
    measures: [
      {
        as: value,
        measure: related({ agg: "sum", of: metric.member, where: during(period) }),
        ...shown,
      },
      {
        as: average,
        measure: related({ agg: "sum", of: metric.member, where: during(base), per: ["day"] }),
        ...shown,
      },
    ],
    ...and(takeWhere(task, filtersOf(task, "sims"))),
    having: [{ measure: value, op, other: average, factor: bound?.quantity.value ?? 1 }],
    orderBy: [{ by: value, direction: "desc" }],
  };
}

/** The day that is looked at, and the stretch that its average is of. */
function periods(spans: readonly TimeSpan[], { time }: Task): [TimeSpan, TimeSpan] {
  const [only] = spans;
  if (spans.length === 1 && only?.k === "days" && only.unit !== "day" && only.from && only.to)
    return [dayFrom(only.to), only];
  const day = spans.find((span) => span.k === "days" && span.unit === "day");
  const other = spans.find((span) => span !== day);
  if (!day || !other || spans.length !== 2)
    throw new Trouble("Which day, and the average of which days before it?", "compare");
  const length = lengthOf(other);
  if (length === null) return [day, other];
  const base = before(day, "span", time, { days: length });
  if (!base) throw new Trouble("The average of which days?", "compare");
  return [day, base];
}

/** "the 14 days before yesterday" names the day, too. */
function dayFrom(from: string): TimeSpan {
  return { k: "days", from, to: addDays(from, 1), unit: "day", label: spoken(from) };
}

/** "the 14 days before": as many days up to the day that is looked at. */
function lengthOf(span: TimeSpan): number | null {
  if (span.k === "relative") return span.days ?? (span.unit === "week" ? 7 : null);
  return span.k === "rolling" && span.direction === "past" && span.unit === "day"
    ? span.amount
    : null;
}
