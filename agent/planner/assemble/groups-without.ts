import type { Measure, Query } from "#query/query.ts";
import type { Item, NounSem } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, filtersOf, groupMembers } from "./common.ts";
import { whereOf } from "./filters.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

/** "Customers without a suspended SIM", "countries with no alerts last week": groups of SIMs in which none has any. */
export function groupsWithout(task: Task, said: Item, rows: NounSem): Query {
  const { pool, subject } = task;
  pool.drop(said);
  if (rows.view === "support_tickets" && subject.dims.includes("customer"))
    throw new Trouble(
      "Tickets belong to customers as well as to SIMs: customers without them cannot be listed yet.",
      "without",
    );
  const filters = filtersOf(task, "sims");
  const groupBy = groupMembers(
    subject.dims.map((dim) => ({ k: "dim", dim })),
    "sims",
    null,
  );
  const measure: Measure =
    rows.view === "sims"
      ? { agg: "count", ...and(rows.conds.map((cond) => filters.of(cond, { noun: "sims" }))) }
      : relatedCount();
  const where = takeWhere(task, filters);
  for (const { member } of groupBy) where.push({ member, op: "is_not_null" });
  const as = rows.view === "sims" ? "sims" : rows.view;
  return {
    from: "sims",
    measures: [{ as, measure }],
    groupBy,
    ...whereOf(where),
    having: [{ measure: as, op: "eq", value: 0 }],
  };

  function relatedCount(): Measure {
    const times = pool.take("time").map((item) => item.time);
    const related = filters.related(rows, times);
    if (!("related" in related)) throw new Trouble("Without any of what?", "without");
    const where = related.where ? { where: related.where } : {};
    return { related: rows.view, measure: { agg: "count", ...where } };
  }
}
