import type { Measure, Member, Query, View } from "#query/query.ts";
import { relationBetween } from "#query/relations.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { ItemOf } from "../parse/items.ts";
import type { TimeSpan } from "../time/span.ts";
import type { Task } from "./assemble.ts";
import { filtersOf } from "./common.ts";
import { whereOf } from "./filters.ts";
import { defaultTime, isPlaceable } from "./placing.ts";
import { Trouble } from "./trouble.ts";

type Measures = NonNullable<Query["measures"]>;

/**
 * The view whose rows are shown: "SIMs with an IMEI change, with the cause" asks for the changes, since
 * only they have a cause.
 */
export function rootWithColumns(task: Task, from: View): View {
  const { pool, subject } = task;
  if (from !== "sims") return from;
  const conds = pool.peek(
    "cond",
    ({ cond }) => cond.k === "related" && !cond.negated && !cond.noun.metric,
  );
  const [only, ...others] = conds;
  const related = only?.cond.k === "related" && others.length === 0 ? only.cond.noun : null;
  const view = subject.events?.view ?? related?.view;
  if (!view || !pool.peek("column").some((column) => isOnlyOf(column, view))) return from;
  if (only && related && !subject.events) {
    pool.drop(only);
    const { start, end } = only;
    pool.put(
      ...related.conds.map((cond) => ({ cat: "cond", cond, start, end, score: 0 }) as const),
    );
  }
  return view;
}

/** Happenings have their own time and texts; of SIMs they are told by nothing else. */
function isOnlyOf({ members }: ItemOf<"column">, view: View): boolean {
  const isOwn = (member: Member) => member.startsWith(`${view}.`);
  return (
    members.some(isOwn) &&
    (members.every((member) => !member.startsWith("sims.")) || members.some(isTimeOf(view)))
  );
}

const isTimeOf = (view: View) => (member: Member) => member === defaultTime(view);

/** The columns that were asked for, on rows of `from`; figures of other rows are added up for each. */
export function showColumns(task: Task, from: View): { columns: Member[]; measures: Measures } {
  const asked = task.pool.take("column");
  const figures = asked.filter((column) => memberOn(column, from) === null);
  const times = figures.length > 0 ? task.pool.take("time") : [];
  const measures = figures.map((column) =>
    measureFor(task, column, from, timesOf(column, figures, times)),
  );
  return { columns: asked.flatMap((column) => memberOn(column, from) ?? []), measures };
}

/** One period is of all figures; of several, each is of the figure before it. */
function timesOf(
  { end }: ItemOf<"column">,
  figures: readonly ItemOf<"column">[],
  times: readonly ItemOf<"time">[],
): TimeSpan[] {
  const next = figures.find((other) => other.start >= end)?.start ?? Number.POSITIVE_INFINITY;
  return times
    .filter(({ start }) => times.length < 2 || (start >= end && start < next))
    .map(({ time }) => time);
}

function memberOn({ members, metric }: ItemOf<"column">, from: View): Member[] | null {
  const own = members.find((member) => member.startsWith(`${from}.`));
  const placed = own ?? members.find((member) => isPlaceable(member, from));
  if (placed) return [placed];
  if (metric === "usage" && from === "rate_plans") return ["rate_plans.included_bytes"];
  if (!metric) return null;
  const { member, columns = [], view } = metricOf(metric);
  if (!isPlaceable(member, from) || view === "sim_usage_daily" || view === "forecasts") return null;
  const prices: Member[] = view === "rate_plans" ? ["rate_plans.currency"] : [];
  return [member, ...columns, ...prices];
}

function measureFor(
  task: Task,
  column: ItemOf<"column">,
  from: View,
  times: TimeSpan[],
): Measures[number] {
  const metric = column.metric ? metricOf(column.metric) : null;
  const view = column.counted ?? metric?.view;
  if (!view || !relationBetween(from, view) || metric?.measure)
    throw new Trouble(
      `${from === "sims" ? "SIMs" : "These rows"} have no such column.`,
      `left:${column.start}:${column.end}`,
    );
  const filters = filtersOf(task, view);
  const where = filters.times(times, defaultTime(view));
  if (metric?.where) where.push(metric.where);
  const measure: Measure = metric
    ? { agg: metric.agg, of: metric.member, ...whereOf(where) }
    : { agg: "count", ...whereOf(where) };
  return { as: column.metric ?? `${view}_count`.slice(0, 40), measure: { related: view, measure } };
}
