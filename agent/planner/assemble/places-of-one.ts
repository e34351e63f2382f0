import type { Query } from "#query/query.ts";
import type { Task } from "./assemble.ts";
import { filtersOf } from "./common.ts";
import { whereOf } from "./filters.ts";
import { dimMember } from "./placing.ts";
import { takeTimes, takeWhere } from "./where.ts";

const PLACES = new Set(["country", "operator"]);
const USED = /\b(?:use|used|using|roam|roamed)\b/;

/** "Which networks did X use in September", "countries visited by X since August": where it has been, and not where it is. */
export function placesOfOne(task: Task): Query | null {
  const { pool, subject, words } = task;
  const [place, ...others] = pool.peek("dim", ({ dim }) => PLACES.has(dim));
  const isOther =
    pool.peek("metric", ({ verb }) => verb !== true).length > 0 ||
    (["cond", "group", "grain", "threshold", "agg", "compare"] as const).some(
      (cat) => pool.peek(cat).length > 0,
    );
  if (!subject.single || subject.noun !== null || !place || others.length > 0 || isOther)
    return null;
  if (pool.peek("time").length === 0) return null;
  const from = USED.test(words.join(" ")) ? "sim_usage" : "connection_events";
  const member = dimMember(place.dim, from);
  if (!member) return null;
  pool.drop(place);
  pool.take("metric");
  pool.take("pred");
  const filters = filtersOf(task, from);
  const where = takeWhere(task, filters);
  where.push(...takeTimes(task, filters).where, { member, op: "is_not_null" });
  return { from, groupBy: [{ member }], ...whereOf(where) };
}
