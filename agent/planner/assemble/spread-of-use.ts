import type { Member, Query, View } from "#query/query.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Item, Sem } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, dimGroups, filtersOf, groupMembers, takeGroups } from "./common.ts";
import { takeTimes, takeWhere } from "./where.ts";

/**
 * "On how many days did it use data", "how many networks did each SIM use": over how many of them the
 * traffic was spread; null for another question.
 */
export function spreadOfUse(task: Task): Query | null {
  const { pool } = task;
  const name = usedIn(task);
  if (name === null || metricOf(name).view !== "sim_usage_daily") return null;
  const days = countedDays(task);
  if (days) {
    pool.drop(days);
    return spread(task, name, "sim_usage_daily", "sim_usage_daily.day", "days");
  }
  const dim = countedNetworks(task);
  return dim && spread(task, name, "sim_usage", `sim_usage.${dim}`, `${dim}_count`);
}

/** The figure of usage that is all the question is about. */
function usedIn({ pool }: Task): MetricName | null {
  const [metric, ...others] = pool.peek("metric");
  const [traffic, ...conds] = pool.peek("cond");
  if (others.length + conds.length > 0 || (metric && traffic)) return null;
  if (metric) return metric.metric;
  const had = traffic?.cond.k === "related" && !traffic.cond.negated && traffic.cond.noun.metric;
  return had || null;
}

function countedDays({ pool }: Task): Item | undefined {
  const ask = pool.asks("count");
  return [
    ...pool.peek("unit", (item) => item.unit === "day"),
    ...pool.peek("grain", (item) => item.grain === "day" && !item.adjective),
  ].find((item) => ask && item.start === ask.end);
}

/** "How many (different) networks", of traffic that is no figure by itself. */
function countedNetworks({ pool, subject, words }: Task): "country" | "operator" | null {
  const isAmount =
    FIGURES.some((cat) => pool.peek(cat).length > 0) ||
    pool.peek("metric").some(({ verb }) => !verb);
  const asked =
    /\b(?:how many|(?:number|count) of)(?: (?:different|distinct|unique|separate))? (\w+)/.exec(
      words.join(" "),
    );
  const [dim, ...others] = subject.dims;
  if (isAmount || others.length > 0 || !asked?.[1] || pool.asks("which")) return null;
  return (dim === "country" && /^countr/.test(asked[1])) ||
    (dim === "operator" && /^(?:operator|network|carrier|provider)/.test(asked[1]))
    ? dim
    : null;
}

const FIGURES: readonly Sem["cat"][] = ["threshold", "unit", "agg", "top", "superlative", "grain"];

function spread(
  task: Task,
  name: MetricName,
  from: Extract<View, "sim_usage" | "sim_usage_daily">,
  of: Member,
  as: string,
): Query {
  const { pool } = task;
  pool.take("metric");
  pool.take("cond");
  const filters = filtersOf(task, from);
  const where = takeWhere(task, filters);
  const { where: times, member } = takeTimes(task, filters);
  where.push(...times);
  const { member: daily, raw } = metricOf(name);
  const volume = from === "sim_usage" ? raw?.member : daily;
  if (volume) where.push({ member: volume, op: "gt", value: 0 });
  const dims = dimGroups(task);
  const groupBy = groupMembers([...dims, ...takeGroups(task)], from, member).filter(
    (group) => group.member !== of,
  );
  return {
    from,
    measures: [{ as, measure: { agg: "count_distinct", of } }],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
  };
}
