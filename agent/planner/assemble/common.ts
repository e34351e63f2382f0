import { CATALOGUE } from "#query/catalogue.ts";
import type { Filter, GroupBy, Measure, Member, Query, View } from "#query/query.ts";
import { simColumn } from "#query/relations.ts";
import type { Group, ItemOf, Unit } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { Filters, whereOf } from "./filters.ts";
import { dimMember, isPlaceable } from "./placing.ts";
import { Trouble } from "./trouble.ts";

/** Groups of the question as members of `from`. */
export function groupMembers(
  groups: readonly Group[],
  from: View,
  timeMember: Member | null,
  prefer: View | null = null,
): GroupBy[] {
  return groups.flatMap((group) => membersOfGroup(group, from, timeMember, prefer));
}

function membersOfGroup(
  group: Group,
  from: View,
  timeMember: Member | null,
  prefer: View | null,
): GroupBy[] {
  switch (group.k) {
    case "grain": {
      if (!timeMember) throw new Trouble("Which date should that be by?", "time");
      return [{ member: timeMember, grain: group.grain }];
    }
    case "sim":
      return simGroup(from);
    case "view":
      if (from !== "alerts" && from !== "alert_rules")
        throw new Trouble("Alerts per rule, or the rules themselves?", "group");
      return [{ member: "alert_rules.name" }];
    case "dim": {
      const member = dimMember(group.dim, from, prefer);
      if (!member || isOfOtherRows(member, from))
        throw new Trouble(`${CATALOGUE[from].noun[1]} cannot be split by that.`, "group");
      return [{ member, ...(group.only ? { only: [...group.only] } : {}) }];
    }
  }
}

export function simGroup(from: View): GroupBy[] {
  const column = simColumn(from);
  if (!column) throw new Trouble("That is not known per SIM.", "group");
  const own: GroupBy = { member: `${from}.${column}` };
  return isPlaceable("sims.label", from) ? [own, { member: "sims.label" }] : [own];
}

/** "Failed messages by reason": not by the reason of a recommendation that their SIM happens to have. */
function isOfOtherRows(member: Member, from: View): boolean {
  return member.startsWith("quota_recommendations.") && OF_EVENTS.has(from);
}

const OF_EVENTS: ReadonlySet<View> = new Set([
  "alerts",
  "anomalies",
  "audit_logs",
  "connection_events",
  "sms_messages",
  "support_tickets",
]);

/** What is asked for by its kind, as groups: "which customers". */
export function dimGroups({ subject }: Task): Group[] {
  return subject.dims.map((dim) => ({ k: "dim", dim }));
}

export function takeGroups({ pool }: Task): Group[] {
  return unique(pool.take("group").flatMap((item) => [...item.groups]));
}

export function takeGrains({ pool }: Task, adjective?: boolean) {
  return pool
    .take("grain", (item) => adjective === undefined || item.adjective === adjective)
    .map((item) => item.grain);
}

export function takeUnit({ pool }: Task, kinds: readonly string[]): Unit | undefined {
  return pool
    .take("unit")
    .map((item) => item.unit)
    .find((unit) => kinds.includes(unit));
}

/** How many rows, and from which end; `by` names what they are ordered by. */
export function takeOrder(
  task: Task,
  { ofTime = false } = {},
): {
  direction?: "asc" | "desc";
  limit?: number;
  members?: readonly Member[];
  superlative: boolean;
  byCount?: boolean;
  metric?: string;
  after?: { members: readonly Member[]; direction: "asc" | "desc" };
} {
  const { pool } = task;
  const top = pool.take("top")[0];
  const superlative = pool.take("superlative")[0];
  const order = pool.take("order")[0];
  const isWayOnly = !order?.members && !order?.metric; // "…, worst first" says again which end is meant
  const direction =
    (isWayOnly && superlative?.members?.length ? superlative.direction : order?.direction) ??
    superlative?.direction ??
    top?.direction;
  const limit = top
    ? top.n
    : superlative && !order && (ofTime || !isPlural(task, superlative))
      ? 1
      : undefined;
  const members = order?.members ?? superlative?.members;
  const metric = order?.metric ?? superlative?.metric;
  const after = order?.after;
  return {
    ...(direction ? { direction } : {}),
    ...(limit === undefined ? {} : { limit }),
    ...(members ? { members } : {}),
    superlative: superlative !== undefined || top !== undefined,
    ...(metric ? { metric } : {}),
    ...(superlative?.byCount ? { byCount: true } : {}),
    ...(after ? { after } : {}),
  };
}

/** "Which of my cameras has the most alerts": one of them, where "which of them have" may be more. */
const ONE_OF =
  /\bwhich of (?:my|our|the|these|those|your|all)\b(?!.{1,40}\b(?:have|are|were|use|do|need|send)\b)/;

/** "which SIMs use most" has many answers, "which SIM uses most" has one. */
function isPlural({ pool, subject, words }: Task, superlative: ItemOf<"superlative">): boolean {
  if (/\bwhich one\b/.test(words.join(" ")) || ONE_OF.test(words.join(" "))) return false;
  if (words[superlative.start - 1] === "the" && words[superlative.end] === "of") return false; // "the first of our fridges"
  if (superlative.plural)
    return superlative.metric === undefined || (words[superlative.end - 1] ?? "").endsWith("s"); // "top users"
  if (subject.noun && !subject.noun.weak && subject.dims.length === 0)
    return subject.noun.plural === true;
  if (subject.dims.length > 0) return !words.includes("who") && isOfSeveral(words, superlative);
  return pool.has("also");
}

const SEVERAL = new Set(
  "customers operators countries networks accounts plans tariffs teams categories carriers clients causes reasons factors rules types kinds channels technologies".split(
    " ",
  ),
);

/** "which customers use most", "biggest customers by tickets"; not "which of our customers is the biggest". */
function isOfSeveral(words: readonly string[], { start, end }: ItemOf<"superlative">): boolean {
  const isOne = /^(?:is|was|has|had|does|did)$/;
  const at = words.findIndex((word, index) => index < start && SEVERAL.has(word));
  if (at >= 0) return !isOne.test(words[at + 1] ?? "");
  return words.slice(end, end + 2).some((word) => SEVERAL.has(word));
}

export function filtersOf(task: Task, from: View): Filters {
  return new Filters(from, task.time, task.assumptions);
}

export function and(filters: readonly Filter[]): Pick<Query, "where"> {
  return whereOf(unique(filters));
}

export function unique<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((value) => [JSON.stringify(value), value])).values()];
}

export const COUNT: Measure = { agg: "count" };
