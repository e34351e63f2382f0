import type { Query } from "#query/query.ts";
import type { Task } from "./assemble.ts";
import { and, filtersOf, groupMembers, takeGroups } from "./common.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

const LAST_SEEN = "sims.last_seen_at";

/** "Last seen per customer", "oldest last contact per technology": the date itself, of the SIMs of each group. */
export function lastContactOfEach(task: Task): Query | null {
  const { pool, subject, words } = task;
  const [pred, ...others] = pool.peek("pred");
  const groups = pool.peek("group").flatMap((item) => item.groups);
  const isOther =
    pool.asks("count") !== undefined ||
    (["metric", "time", "ageop", "grain", "threshold", "cond"] as const).some(
      (cat) => pool.peek(cat).length > 0,
    );
  const isOfSims = subject.noun === null || subject.noun.view === "sims";
  const isOfGroups = groups.length > 0 && groups.every(({ k }) => k === "dim");
  if (!pred || others.length > 0 || isOther || !isOfSims || !isOfGroups) return null;
  if (pred.members[0] !== LAST_SEEN || pred.inverse || subject.dims.length > 0) return null;
  if (!/\blast\b/.test(words.slice(pred.start, pred.end).join(" "))) return null;
  const [end, ...more] = pool.take("superlative");
  pool.take("top");
  pool.take("pred");
  if (more.length > 0) throw new Trouble("The first or the last contact of each?", "rank");
  const isOldest = end?.direction === "asc";
  const as = isOldest ? "oldest_contact" : "last_contact";
  return {
    from: "sims",
    measures: [{ as, measure: { agg: isOldest ? "min" : "max", of: LAST_SEEN } }],
    groupBy: groupMembers(takeGroups(task), "sims", null),
    ...and(takeWhere(task, filtersOf(task, "sims"))),
  };
}
