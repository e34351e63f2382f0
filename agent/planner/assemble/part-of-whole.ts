import type { Filter, Measure, Query } from "#query/query.ts";
import type { ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, filtersOf } from "./common.ts";
import { metricOn } from "./metric-on.ts";
import { measureOf } from "./per-units.ts";
import { defaultTime } from "./placing.ts";
import { Trouble } from "./trouble.ts";
import { usageView } from "./usage-view.ts";
import { takeTimes, takeWhere } from "./where.ts";

/**
 * "What share of the traffic did X cause": what stands between the share and the figure is the whole,
 * the rest names the part of it. A direction is a part of the traffic.
 */
export function partOfWhole(task: Task): Query {
  const { pool, words } = task;
  const asked = pool.take("ask", (item) => item.what === "share" || item.what === "percent");
  const [ask] = asked;
  const metrics = pool.take("metric").sort((a, b) => a.start - b.start);
  const [first, second] = metrics;
  if (!ask || !first || metrics.length > 2) throw new Trouble("The share of what?", "group");
  const usage = metrics.find((item) => item.metric === "usage");
  const ofUsage = metrics.some((item) => item.metric === "upload" || item.metric === "download");
  if (metrics.length === 2 && !(usage && ofUsage))
    throw new Trouble("The share of which figure?", "group");
  const whole = usage ?? (ofUsage ? { ...first, metric: "usage" as const } : first);
  const part = second ? metrics.find((item) => item !== usage) : first;
  const from = usageView(task, [whole.metric], []);
  const filters = filtersOf(task, from);
  const inPart: Filter[] = [];
  const isShareOf = (value: ItemOf<"value">) =>
    value.start - ask.end <= 1 &&
    /\b(?:in|of|among)\b/.test(words.slice(value.end, whole.start).join(" "));
  const isPart = (value: ItemOf<"value">) =>
    value.start < ask.start || value.start > whole.end || isShareOf(value);
  for (const value of pool.take("value", isPart)) inPart.push(filters.of(value.cond));
  const recurring = pool.take("time", ({ time }) => time.k === "recurring"); // "… fell on weekends"
  inPart.push(
    ...filters.times(
      recurring.map(({ time }) => time),
      defaultTime(from),
    ),
  );
  const where = takeWhere(task, filters);
  where.push(...takeTimes(task, filters).where);
  const metric = metricOn(whole.metric, from);
  const own = metricOn((part ?? whole).metric, from);
  if (own.where) inPart.push(own.where);
  if (inPart.length === 0 && own.member === metric.member)
    throw new Trouble("The share of what in the whole?", "group");
  const a: Measure = measureOf(own, undefined, and(inPart).where);
  return {
    from,
    measures: [
      { as: "percent", measure: { op: "percent", a, b: measureOf(metric, undefined) } },
      { as: "part", measure: a },
    ],
    ...and(where),
  };
}
