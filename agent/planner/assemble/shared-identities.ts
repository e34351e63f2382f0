import type { Query } from "#query/query.ts";
import type { Cond } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, filtersOf } from "./common.ts";
import { dimMember } from "./placing.ts";
import { SIM_NAMES } from "./subject.ts";
import { takeWhere } from "./where.ts";

type Counted = Extract<Cond, { k: "count" }>;

/**
 * "IMEIs with more than one SIM": what names a single SIM, on several. Elsewhere such a name is shown beside its
 * SIM; to group by both would find each once. Null where something else is asked.
 */
export function sharedIdentities(task: Task, counted: readonly Counted[]): Query | null {
  const { pool, subject } = task;
  const [first, ...others] = counted;
  const [dim, ...more] = pool.peek("dim");
  if (first?.noun.view !== "sims" || others.length > 0 || subject.dims.length > 0) return null;
  if (subject.noun && subject.noun.view !== "sims") return null;
  if (!dim || more.length > 0 || !SIM_NAMES.has(dim.dim)) return null;
  const member = dimMember(dim.dim, "sims");
  if (!member) return null;
  pool.drop(dim);
  const filters = filtersOf(task, "sims");
  const where = [
    ...first.noun.conds.map((cond) => filters.of(cond, { noun: "sims" })),
    ...takeWhere(task, filters),
    { member, op: "is_not_null" as const },
  ];
  return {
    from: "sims",
    measures: [{ as: "sims", measure: { agg: "count" } }],
    groupBy: [{ member }],
    ...and(where),
    having: [{ measure: "sims", op: first.op, value: first.n }],
    orderBy: [{ by: "sims", direction: "desc" }],
  };
}
