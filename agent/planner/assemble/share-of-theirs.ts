import type { Measure, Query } from "#query/query.ts";
import type { Task } from "./assemble.ts";
import { and, COUNT, dimGroups, filtersOf, groupMembers, takeGroups, takeOrder } from "./common.ts";
import { Trouble } from "./trouble.ts";
import { takeTimes, takeWhere } from "./where.ts";

const OF_THEIRS =
  /\bof all (?:of )?(?:the |their |its )?(?:fleet|sims|cards|devices|units|lines|ones) (?:that )?(?:they|it|he|she|each|each of them|each one|every one) (?:have|has|own|owns|got|holds?)\b|\bof (?:their|its|each one's|their own|its own) (?:whole |entire |total )?(?:fleet|sims|cards|devices|estate|units|base|total)\b|\b(?:against|relative to|out of) all (?:the |of the |their |its )*(?:fleet|sims|cards|devices|units)\b/;

/** "How many are on 2G per customer, and the share of their fleet that is": of what each of them has. */
export function shareOfTheirs(task: Task): Query | null {
  const { pool, subject, words } = task;
  const share = pool.asks("share") ?? pool.asks("percent");
  const isAsked = share && OF_THEIRS.test(words.join(" "));
  if (!isAsked || subject.noun?.view !== "sims" || pool.peek("metric").length > 0) return null;
  const split = pool.peek("group").length > 0 || subject.dims.length > 0;
  if (!split) return null;
  const groups = [...dimGroups(task), ...takeGroups(task)];
  const order = takeOrder(task);
  const filters = filtersOf(task, "sims");
  const part = takeWhere(task, filters);
  part.push(...takeTimes(task, filters).where);
  if (part.length === 0) throw new Trouble("The percentage of those that are what?", "value");
  const counted: Measure = { agg: "count", ...and(part) };
  return {
    from: "sims",
    measures: [
      { as: "sims", measure: counted },
      { as: "percent", measure: { op: "percent", a: counted, b: COUNT } },
    ],
    groupBy: groupMembers(groups, "sims", null),
    ...(order.direction ? { orderBy: [{ by: "percent", direction: order.direction }] } : {}),
    ...(order.limit ? { limit: order.limit } : {}),
  };
}
