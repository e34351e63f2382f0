import { CATALOGUE } from "#query/catalogue.ts";
import type { Query } from "#query/query.ts";
import type { Task } from "./assemble.ts";
import { unique } from "./common.ts";
import { listRows } from "./list.ts";
import { defaultTime, dimMember } from "./placing.ts";
import { Trouble } from "./trouble.ts";

/** "Open tickets by team, oldest first": the rows themselves, sorted by the team and then by their age; null for counts. */
export function rowsByGroup(task: Task): Query | null {
  const { pool, subject } = task;
  const [order] = pool.peek("order", ({ members }) => members?.length === 0);
  const [group, ...others] = pool.peek("group").flatMap(({ groups }) => [...groups]);
  const from = subject.noun?.view;
  const time = from && defaultTime(from);
  if (!order || others.length > 0 || group?.k !== "dim" || !from || !time) return null;
  if (subject.dims.length > 0 || pool.peek("grain").length > 0) return null;
  if (pool.asks("count")) throw new Trouble("The number of each, or the rows themselves?", "group");
  const member = dimMember(group.dim, from);
  if (!member) return null;
  pool.take("group");
  const query = listRows(task);
  return {
    ...query,
    columns: unique([member, ...(query.columns ?? CATALOGUE[from].defaultColumns)]),
    orderBy: [{ by: member, direction: "asc" }, ...(query.orderBy ?? [])],
  };
}
