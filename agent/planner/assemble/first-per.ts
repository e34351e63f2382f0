import type { GroupBy, Query, View } from "#query/query.ts";
import type { Group } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { groupMembers, simGroup, type takeOrder } from "./common.ts";
import { defaultTime } from "./placing.ts";
import { Trouble } from "./trouble.ts";

/**
 * "The heaviest SIM of each customer": the best of what was asked for, within each group. Adds the SIMs
 * to the groups where they are what is ranked.
 */
export function firstPer(
  { subject }: Task,
  order: ReturnType<typeof takeOrder>,
  groups: readonly Group[],
  groupBy: GroupBy[],
  from: View,
): Query["firstPer"] {
  const within = groups.filter((group) => group.k !== "sim");
  const isOfSims = subject.noun?.view === "sims" && subject.noun.weak && order.metric !== undefined;
  if (isOfSims && within.length > 0 && order.superlative && !order.limit)
    throw new Trouble("How many of each: the first, or the first three?", "group");
  if (!order.superlative || !order.limit || order.limit > 100 || within.length === 0) return;
  const { noun } = subject;
  const ranksSims = noun?.view === "sims" && (!noun.weak || noun.plural === true);
  const ranksTimes = groupBy.some(({ grain }) => grain !== undefined); // "the busiest day of each customer"
  if (subject.dims.length === 0 && !ranksTimes) {
    if (!ranksSims) return;
    if (!groups.some((group) => group.k === "sim")) groupBy.push(...simGroup(from));
  }
  const members = groupMembers(within, from, defaultTime(from)).map((group) => group.member);
  return { members: members.slice(0, 3), limit: order.limit };
}
