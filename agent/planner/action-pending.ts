import type { Filter, Query } from "#query/query.ts";
import type { ActionVerb } from "./lexicon/actions.ts";

/** Rows that the change would alter: those that are not so already. */
export function notYet(
  { tool }: ActionVerb,
  input: Readonly<Record<string, unknown>>,
): Filter | null {
  const { status, tag, priority, enabled } = input;
  if (tool === "set_sim_status" && typeof status === "string")
    return { member: "sims.status", op: "ne", value: status };
  if (tool === "set_ticket_status" && typeof status === "string")
    return { member: "support_tickets.status", op: "ne", value: status };
  if (tool === "set_ticket_priority" && typeof priority === "string")
    return { member: "support_tickets.priority", op: "ne", value: priority };
  if (tool === "acknowledge_alerts")
    return { member: "alerts.acknowledged", op: "eq", value: false };
  if (tool === "resolve_alerts") return { member: "alerts.resolved_at", op: "is_null" };
  if (tool === "set_alert_rule_enabled" && typeof enabled === "boolean")
    return { member: "alert_rules.enabled", op: "eq", value: !enabled };
  if (typeof tag !== "string") return null;
  const has: Filter = { member: "sims.tags", op: "has", value: tag };
  return tool === "add_sim_tag" ? { not: has } : has;
}

export function narrowed(query: Query, filter: Filter): Query {
  const { where } = query;
  if (!where) return { ...query, where: filter };
  const parts = "and" in where ? where.and : [where];
  return parts.some((part) => JSON.stringify(part) === JSON.stringify(filter))
    ? query
    : { ...query, where: { and: [...parts, filter] } };
}
