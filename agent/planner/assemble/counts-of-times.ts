import type { Query } from "#query/query.ts";
import type { Aggregate } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, COUNT, filtersOf, groupMembers, takeGrains, takeGroups } from "./common.ts";
import { countName } from "./count-views.ts";
import { defaultTime } from "./placing.ts";
import { Trouble } from "./trouble.ts";
import { takeTimes, takeWhere } from "./where.ts";

const CALENDAR = new Set(["hour", "day", "week", "month"]);

/** "Median tickets per week", "the highest number of rejects per hour": over the weeks (hours …), and none of them is shown. */
export function countsOfTimes(task: Task): Query | null {
  const { pool, subject } = task;
  const { noun, dims, events } = subject;
  const [way, ...ways] = pool.peek("agg", ({ agg }) => isOfSeveral(agg));
  const grains = pool.peek("grain", ({ adjective }) => adjective).map(({ grain }) => grain);
  const groups = pool.peek("group").flatMap((item) => item.groups);
  const isOther =
    (events !== null && events !== noun) ||
    dims.length > 0 ||
    groups.some(({ k }) => k !== "dim") ||
    (["metric", "threshold", "superlative", "top", "pred"] as const).some(
      (cat) => pool.peek(cat).length > 0,
    );
  const [grain, ...others] = grains;
  if (!way || ways.length > 0 || !noun || noun.weak || noun.view === "sims" || isOther) return null;
  const member = defaultTime(noun.view);
  if (!grain || others.length > 0 || !CALENDAR.has(grain) || !member) return null;
  const from = noun.view;
  if (pool.peek("time").length === 0) throw new Trouble("Over which period?", "average");
  pool.take("agg");
  pool.take("ask", ({ what }) => what === "count");
  takeGrains(task, true);
  const filters = filtersOf(task, from);
  const groupBy = groupMembers(takeGroups(task), from, member);
  const where = [...takeWhere(task, filters), ...takeTimes(task, filters).where];
  const over = { measure: COUNT, by: [{ member, grain }] };
  return {
    from,
    measures: [{ as: `${way.agg}_${countName(from, false)}`, measure: { agg: way.agg, over } }],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
  };
}

/** An average is the whole by the number of days, and told elsewhere. */
function isOfSeveral(agg: Aggregate): boolean {
  return agg !== "sum" && agg !== "avg";
}
