import { CATALOGUE } from "#query/catalogue.ts";
import type { Query } from "#query/query.ts";
import type { Task } from "./assemble.ts";
import { dimGroups, groupMembers, takeGroups, unique } from "./common.ts";
import { listRows } from "./list.ts";
import { defaultTime } from "./placing.ts";
import { Trouble } from "./trouble.ts";

/** "Which customer has the oldest open ticket": that ticket, and whose it is; null for anything else. */
export function whoseIsLatest(task: Task): Query | null {
  const { pool, subject } = task;
  const from = subject.noun?.view;
  const ends = pool.peek("superlative", (item) => item.members?.length === 0);
  const isOther = (["metric", "group", "grain", "top", "cond"] as const).some(
    (cat) => pool.peek(cat).length > 0,
  );
  const isCounted = pool.asks("count") !== undefined || pool.asks("often") !== undefined;
  if (!from || subject.noun?.weak || subject.dims.length === 0 || ends.length !== 1) return null;
  if (isOther || isCounted || !(defaultTime(from) || from === "sims")) return null;
  const groups = dimGroups(task);
  const members = groupMembers(groups, from, null).map(({ member }) => member);
  const query = listRows({ ...task, subject: { ...subject, dims: [] } });
  if (query.from !== from) throw new Trouble("The latest of which rows?", "rank");
  const columns = unique([...(query.columns ?? CATALOGUE[from].defaultColumns), ...members]);
  if (query.limit === undefined) throw new Trouble("Which one of them?", "rank"); // "the oldest SIMs"
  return { ...query, columns };
}

/** "The last attach of each SIM", "the latest 3 alerts per customer": the rows themselves; null for anything else. */
export function latestOfEach(task: Task): Query | null {
  const { pool, subject } = task;
  const from = subject.events?.view ?? subject.noun?.view;
  const ends = pool.peek("superlative", (item) => item.members?.length === 0);
  const groups = pool.peek("group").flatMap((item) => item.groups);
  const isOther =
    pool.asks("count") !== undefined ||
    pool.asks("often") !== undefined ||
    pool.peek("metric").length > 0 ||
    pool.peek("cond", ({ cond }) => cond.k === "count").length > 0 ||
    pool.peek("grain").length > 0 ||
    groups.some((group) => group.k === "grain");
  if (
    !from ||
    !(defaultTime(from) || from === "sims") ||
    ends.length !== 1 ||
    groups.length === 0 ||
    isOther
  )
    return null;
  const members = unique(
    groupMembers(takeGroups(task), from, null)
      .map(({ member }) => member)
      .filter((member) => member !== "sims.label"),
  );
  const { limit = 1, ...query } = listRows({ ...task, subject: { ...subject, dims: [] } });
  if (query.from !== from)
    throw new Trouble("The latest of which rows, for each of what?", "group");
  const by = (query.orderBy ?? []).map((order) => order.by);
  const columns = unique([...(query.columns ?? CATALOGUE[from].defaultColumns), ...members, ...by]);
  return { ...query, columns, firstPer: { members: members.slice(0, 3), limit } };
}
