import type { Query } from "#query/query.ts";
import type { Task } from "./assemble.ts";
import {
  and,
  dimGroups,
  filtersOf,
  groupMembers,
  takeGrains,
  takeGroups,
  takeOrder,
} from "./common.ts";
import { metricOn } from "./metric-on.ts";
import { measureOf } from "./per-units.ts";
import { usageView } from "./usage-view.ts";
import { takeTimes, takeWhere } from "./where.ts";

const DIRECTIONS: readonly string[] = ["upload", "download"];

/**
 * "Upload as a percentage of all traffic, per customer": each group's own part, and not its share of
 * everybody's uploads.
 */
export function directionShare(task: Task): Query | null {
  const { pool, subject } = task;
  const share = pool.asks("percent") ?? pool.asks("share");
  const metrics = pool.peek("metric");
  const part = metrics.find(({ metric }) => DIRECTIONS.includes(metric));
  const whole = metrics.find(({ metric }) => metric === "usage");
  const isSplit = subject.dims.length + pool.peek("group").length + pool.peek("grain").length > 0;
  const isShareItself = metrics.length === 1 && part !== undefined && share?.start === part.end; // "upload share per customer"
  const isPart = whole !== undefined && metrics.length === 2;
  if (!share || !part || !isSplit || !(isPart || isShareItself)) return null;
  pool.take("ask", (item) => item === share);
  pool.take("metric");
  const groups = takeGroups(task);
  const from = usageView(task, [part.metric, "usage"], groups);
  const filters = filtersOf(task, from);
  const order = takeOrder(task);
  const where = takeWhere(task, filters);
  const { where: times, member } = takeTimes(task, filters);
  const [a, b] = [metricOn(part.metric, from), metricOn("usage", from)];
  const grains = takeGrains(task).map((grain) => ({ k: "grain", grain }) as const);
  const dims = dimGroups(task);
  const as = `${part.metric}_percent`;
  return {
    from,
    measures: [
      {
        as,
        measure: { op: "percent", a: measureOf(a, undefined, a.where), b: measureOf(b, undefined) },
      },
    ],
    groupBy: groupMembers([...dims, ...groups, ...grains], from, member),
    ...and([...where, ...times]),
    ...(order.direction ? { orderBy: [{ by: as, direction: order.direction }] } : {}),
    ...(order.limit ? { limit: order.limit } : {}),
  };
}
