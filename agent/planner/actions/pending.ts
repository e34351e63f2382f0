import type { Filter, Query } from "#query/query.ts";

/** Rows that the change would alter: those that are not so already. */
export function notYet(tool: string, input: Readonly<Record<string, unknown>>): Filter | null {
  switch (tool) {
    case "set_sim_status":
      return isNot("sims.status", input.status);
    case "set_ticket_status":
      return isNot("support_tickets.status", input.status);
    case "set_ticket_priority":
      return isNot("support_tickets.priority", input.priority);
    case "change_rate_plan":
      return isNot("sims.rate_plan", input.rate_plan);
    case "acknowledge_alerts":
      return { member: "alerts.acknowledged", op: "eq", value: false };
    case "resolve_alerts":
      return { member: "alerts.resolved_at", op: "is_null" };
    case "set_alert_rule_enabled":
      return { member: "alert_rules.enabled", op: "eq", value: input.enabled !== true };
    case "update_sim":
      return notYetUpdated(input);
    default:
      return null;
  }
}

function notYetUpdated(input: Readonly<Record<string, unknown>>): Filter | null {
  const { add_tags: added, remove_tags: removed, customer } = input;
  if (Array.isArray(added)) return { not: { member: "sims.tags", op: "has", value: added[0] } };
  if (Array.isArray(removed)) return { member: "sims.tags", op: "has", value: removed[0] };
  return isNot("sims.customer", customer);
}

function isNot(member: string, value: unknown): Filter | null {
  return typeof value === "string" ? { member, op: "ne", value } : null;
}

export function narrowed(query: Query, filter: Filter): Query {
  const { where } = query;
  if (!where) return { ...query, where: filter };
  const parts = "and" in where ? where.and : [where];
  return parts.some((part) => JSON.stringify(part) === JSON.stringify(filter))
    ? query
    : { ...query, where: { and: [...parts, filter] } };
}
