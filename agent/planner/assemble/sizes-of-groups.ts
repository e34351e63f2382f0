import type { Query } from "#query/query.ts";
import type { Task } from "./assemble.ts";
import { and, COUNT, filtersOf, groupMembers, takeGroups } from "./common.ts";
import { takeWhere } from "./where.ts";

/** "Average number of SIMs per customer": over the customers, and not a number for each. */
export function averageSize(task: Task): Query | null {
  const { pool, subject } = task;
  const [way, ...ways] = pool.peek("agg", ({ agg }) => agg !== "sum");
  const groups = pool.peek("group").flatMap((item) => item.groups);
  const isOther =
    subject.events !== null ||
    subject.dims.length > 0 ||
    (["metric", "time", "grain", "threshold", "superlative", "top", "pred"] as const).some(
      (cat) => pool.peek(cat).length > 0,
    );
  const isOfSims = subject.noun?.view === "sims" && !subject.noun.weak;
  const [group] = groups;
  if (!way || way.agg === "sum" || ways.length > 0 || isOther || !isOfSims) return null;
  if (groups.length !== 1 || group?.k !== "dim") return null;
  pool.take("agg");
  pool.take("ask", ({ what }) => what === "count");
  const by = groupMembers(takeGroups(task), "sims", null);
  const where = takeWhere(task, filtersOf(task, "sims"));
  for (const { member } of by) where.push({ member, op: "is_not_null" });
  return {
    from: "sims",
    measures: [{ as: `${way.agg}_sims`, measure: { agg: way.agg, over: { measure: COUNT, by } } }],
    ...and(where),
  };
}
