import type { GroupBy, Query } from "#query/query.ts";
import type { takeOrder } from "./common.ts";

/** What the groups are ordered by: the measure, unless a group or its time is named; a series by its time. */
export function ordering(
  order: ReturnType<typeof takeOrder>,
  measure: string,
  groupBy: readonly GroupBy[],
  time: string | null,
  series: boolean,
): Query["orderBy"] {
  if (groupBy.length === 0) return undefined;
  if (order.direction) {
    const byTime =
      order.members !== undefined &&
      time !== null &&
      groupBy.some((group) => group.member === time);
    const isNamed = (order.members?.length ?? 0) > 1 && order.members?.includes("sims.label");
    const key =
      byTime && time
        ? time
        : (groupNamed(order.members, groupBy) ?? (isNamed ? groupBy[0]?.member : undefined));
    return [{ by: key ?? measure, direction: order.direction }];
  }
  return series && groupBy[0] ? [{ by: groupBy[0].member, direction: "asc" }] : undefined;
}

/** "sorted by country": the group of that name. */
function groupNamed(members: readonly string[] = [], groupBy: readonly GroupBy[]) {
  const columns = members.map((member) => member.split(".")[1]);
  return groupBy.find(({ member }) => columns.includes(member.split(".")[1]))?.member;
}
