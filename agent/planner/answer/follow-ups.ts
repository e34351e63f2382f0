import type { Answer } from "#query/answer.ts";
import { isList } from "#query/mode.ts";
import type { Query } from "#query/query.ts";

/** Two or three questions that follow from an answer; the planner can read each as a follow-up. */
export function followUps(query: Query, answer: Answer): string[] {
  const ideas: string[] = [];
  const grouped = new Set(query.groupBy?.map((group) => group.member.split(".")[1]));
  const grain = query.groupBy?.find((group) => group.grain)?.grain;
  const text = JSON.stringify(query.where ?? {});
  const hasTime = text.includes('"time"');
  if (grain === "day") ideas.push("Weekly instead");
  if (grain === "week") ideas.push("Daily instead");
  if (
    query.measures?.length &&
    !grouped.has("customer") &&
    !text.includes("customer") &&
    canSplit(query)
  )
    ideas.push("Split by customer");
  if (isList(query) && query.from === "sims" && answer.row_count > 1)
    ideas.push("How many of them per customer?");
  if (hasTime && text.includes("last week")) ideas.push("And the week before that?");
  if (query.from === "alerts" && !text.includes("severity")) ideas.push("Only the critical ones");
  if (query.from === "support_tickets" && !text.includes("priority"))
    ideas.push("Only the high priority ones");
  if (isList(query) && answer.row_count > 1) ideas.push("Just the count");
  return [...new Set(ideas)].slice(0, 3);
}

function canSplit(query: Query): boolean {
  return !["rate_plans", "alert_rules", "audit_logs"].includes(query.from);
}
