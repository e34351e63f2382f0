import type { Filter, Member, Query } from "#query/query.ts";
import type { Cond, Item } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, dimGroups, filtersOf, groupMembers, takeGroups } from "./common.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

const ACTIVATED = "sims.activated_at";
const DEACTIVATED = "sims.deactivated_at";
const VERSUS = new Set(["vs", "versus", "against", "compared", "v", "than"]);

/** "SIMs activated vs deactivated this month": each counted by its own date; null for anything else. */
export function activatedAndDeactivated(task: Task): Query | null {
  const { pool, subject, words } = task;
  const { noun } = subject;
  if (noun?.view !== "sims" || pool.peek("metric").length > 0) return null;
  const begun = pool.items.find((item) => isDatedBy(item, ACTIVATED));
  const ended =
    pool.items.find((item) => isDatedBy(item, DEACTIVATED)) ??
    pool.peek("value", ({ cond }) => isDeactivated(cond))[0] ??
    (noun.conds.some(isDeactivated) ? noun : undefined);
  if (!begun || !ended) return null;
  const between = words.slice(Math.min(begun.end, ended.end), Math.max(begun.start, ended.start));
  const isVersus = between.some((word) => VERSUS.has(word));
  const times = [begun, ended].flatMap((item) =>
    item.cat === "cond" && item.cond.k === "time" ? [item.cond.time] : [],
  );
  if (times.length > 1 || !(isVersus || between.includes("and"))) return null; // of one SIM, at two times
  const spans = [...times, ...pool.peek("time").map(({ time }) => time)];
  const [span] = spans;
  if (!isVersus || !span || spans.length > 1 || pool.peek("grain").length > 0)
    throw new Trouble(
      "Those that were activated and those that were deactivated, counted apart in one period, or the ones that were both?",
      "value",
    );
  for (const item of [begun, ended, ...pool.peek("time"), ...pool.peek("versusword")])
    pool.drop(item);
  pool.take("ask");
  const filters = filtersOf(task, "sims");
  const nounConds = subject.nounConds.filter(({ cond }) => !isDeactivated(cond));
  const where: Filter[] = takeWhere({ ...task, subject: { ...subject, nounConds } }, filters);
  const groupBy = groupMembers([...dimGroups(task), ...takeGroups(task)], "sims", null);
  const counted = (member: Member) =>
    ({ agg: "count", where: filters.happened([member], span, false) }) as const;
  return {
    from: "sims",
    measures: [
      { as: "activated", measure: counted(ACTIVATED) },
      { as: "deactivated", measure: counted(DEACTIVATED) },
    ],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
  };
}

function isDatedBy(item: Item, member: Member): boolean {
  if (item.cat === "pred") return item.members[0] === member;
  return (
    item.cat === "cond" &&
    item.cond.k === "time" &&
    !item.cond.negated &&
    item.cond.members[0] === member
  );
}

function isDeactivated(cond: Cond): boolean {
  return cond.k === "value" && !cond.negated && cond.said === "deactivated";
}
