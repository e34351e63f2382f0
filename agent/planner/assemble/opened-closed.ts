import type { Filter, Member, Query, View } from "#query/query.ts";
import type { Item } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, dimGroups, filtersOf, groupMembers, takeGrains, takeGroups } from "./common.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

type Ends = readonly [view: View, opened: Member, closed: Member];
const ENDS: readonly Ends[] = [
  ["support_tickets", "support_tickets.created_at", "support_tickets.resolved_at"],
  ["alerts", "alerts.triggered_at", "alerts.resolved_at"],
];

/** "tickets created versus resolved last month": both counts, each by its own date; null for anything else. */
export function openedAndClosed(task: Task): Query | null {
  const { pool, subject } = task;
  const ends = ENDS.find(([view]) => view === subject.noun?.view);
  if (!ends || pool.peek("metric").length > 0) return null;
  const [from, opened, closed] = ends;
  const dated = pool.items
    .filter((item) => membersOf(item).length > 0)
    .sort((a, b) => a.start - b.start);
  const [first, second, ...others] = dated;
  const isBoth =
    first !== undefined &&
    second !== undefined &&
    others.length === 0 &&
    first.cat === "pred" &&
    first.members.includes(opened) &&
    membersOf(second).includes(closed) &&
    task.words.slice(first.end, second.start).some((word) => JOINTS.has(word));
  if (!isBoth) return null;
  if (task.words.slice(first.end, second.start).includes("and"))
    throw new Trouble(
      "Those that were opened and those that were closed, counted apart, or the ones that were both?",
      "value",
    );
  for (const item of dated) pool.drop(item);
  const inTime = second.cat === "cond" && second.cond.k === "time" ? [second.cond.time] : [];
  const spans = [...inTime, ...pool.take("time").map((item) => item.time)];
  const [span] = spans;
  if (!span || spans.length > 1 || takeGrains(task).length > 0)
    throw new Trouble("Opened and closed in which one period?", "time");
  pool.take("ask");
  pool.take("versusword");
  const filters = filtersOf(task, from);
  const where: Filter[] = takeWhere(task, filters);
  const groupBy = groupMembers([...dimGroups(task), ...takeGroups(task)], from, null);
  const counted = (member: Member) =>
    ({ agg: "count", where: filters.happened([member], span, false) }) as const;
  return {
    from,
    measures: [
      { as: "opened", measure: counted(opened) },
      { as: "closed", measure: counted(closed) },
    ],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
  };
}

const JOINTS = new Set(["vs", "versus", "and", "against", "compared", "v", "&", "than"]);

function membersOf(item: Item): readonly Member[] {
  if (item.cat === "pred") return item.members;
  return item.cat === "cond" && item.cond.k === "time" ? item.cond.members : [];
}
