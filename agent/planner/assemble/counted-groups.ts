import { conjuncts } from "#query/conjuncts.ts";
import type { Filter, GroupBy, Query } from "#query/query.ts";
import { dimension } from "../lexicon/dims.ts";
import type { Item } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and } from "./common.ts";

/** Words between "how many" and what is counted. */
const NEAR = 3;

/**
 * "How many customers have more than 100 SIMs", "number of networks with over 5 rejects": one number, not
 * the groups that pass. Null where the groups themselves are asked for, or something else.
 */
export function countedGroups({ words }: Task, items: readonly Item[], query: Query): Query | null {
  const isOfMoney = ({ member }: GroupBy) => member.endsWith(".currency"); // told apart, whatever is counted
  const [group, ...others] = (query.groupBy ?? []).filter((one) => !isOfMoney(one));
  const ask = items.find((item) => item.cat === "ask" && item.what === "count");
  if (group?.grain) return countedDays(query, items, words);
  if (!group || others.length > 0 || !ask) return null;
  if (query.measures && !query.having?.length) return null;
  if (query.firstPer || query.limit || ask.start > NEAR) return null;
  const dim = items.find(
    (item) => item.cat === "dim" && item.start >= ask.end && item.start - ask.end < NEAR,
  );
  if (dim?.cat !== "dim" || !dimension(dim.dim).members.includes(group.member)) return null;
  if (/\b(?:each|every|respectively)\b/.test(words.slice(dim.end).join(" "))) return null;
  const { orderBy: _, ...rest } = query;
  const counted = { groupBy: [group], countGroups: `${dim.dim}_count` };
  return { ...rest, ...named(query.where, group.member), ...counted };
}

/** Rows that have no such value are no group of it. */
function named(where: Filter | undefined, member: string): Pick<Query, "where"> {
  const isSet: Filter = { member, op: "is_not_null" };
  return and([...conjuncts(where), isSet]);
}

/** "On how many days did they use over 5 MB": the number of those days. */
function countedDays(query: Query, items: readonly Item[], words: readonly string[]): Query | null {
  const [group, ...others] = query.groupBy ?? [];
  const ask = items.find((item) => item.cat === "ask" && item.what === "count");
  const unit = words[ask?.end ?? words.length] ?? "";
  if (!ask || group?.grain !== "day" || others.length > 0 || !/^days?$/.test(unit)) return null;
  if (!query.having?.length || query.limit) return null;
  const { orderBy: _, ...rest } = query;
  return { ...rest, countGroups: "days" };
}
