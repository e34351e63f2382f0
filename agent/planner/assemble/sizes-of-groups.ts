import type { Query } from "#query/query.ts";
import type { Task } from "./assemble.ts";
import { and, COUNT, filtersOf, groupMembers, takeGroups } from "./common.ts";
import { countName } from "./count-views.ts";
import { takeTimes, takeWhere } from "./where.ts";

/** "Average number of SIMs (tickets …) per customer": over the customers, and not a number for each. */
export function averageSize(task: Task): Query | null {
  const { pool, subject } = task;
  const { noun, events } = subject;
  const [way, ...ways] = pool.peek("agg", ({ agg }) => agg !== "sum");
  const groups = pool.peek("group").flatMap((item) => item.groups);
  const isOther =
    (events !== null && events !== noun) ||
    subject.dims.length > 0 ||
    (["metric", "grain", "threshold", "superlative", "top", "pred"] as const).some(
      (cat) => pool.peek(cat).length > 0,
    ) ||
    (noun?.view === "sims" && pool.peek("time").length > 0); // how many there were is not kept
  const [group] = groups;
  if (!way || way.agg === "sum" || ways.length > 0 || isOther || !noun || noun.weak) return null;
  if (groups.length !== 1 || group?.k !== "dim") return null;
  const from = noun.view;
  pool.take("agg");
  pool.take("ask", ({ what }) => what === "count");
  const filters = filtersOf(task, from);
  const by = groupMembers(takeGroups(task), from, null);
  const where = [...takeWhere(task, filters), ...takeTimes(task, filters).where];
  for (const { member } of by) where.push({ member, op: "is_not_null" });
  const as = `${way.agg}_${countName(from, from === "sims")}`;
  return {
    from,
    measures: [{ as, measure: { agg: way.agg, over: { measure: COUNT, by } } }],
    ...and(where),
  };
}
