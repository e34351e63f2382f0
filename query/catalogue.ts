import { alertRules, alerts } from "./catalogue/alerts.ts";
import { anomalies, churnRisk, forecasts, quotaRecommendations } from "./catalogue/analytics.ts";
import { auditLogs } from "./catalogue/audit.ts";
import { connectionEvents, smsMessages } from "./catalogue/messages.ts";
import { quotaOf, quotaOutlook, simQuota } from "./catalogue/quota.ts";
import { ratePlans, sims } from "./catalogue/sims.ts";
import { supportTickets } from "./catalogue/tickets.ts";
import type { MemberDefinition, ViewDefinition } from "./catalogue/types.ts";
import { simUsage, simUsageDaily } from "./catalogue/usage.ts";
import { VIEWS, type View } from "./query.ts";

/** Every view of the data contract: what a question may be about. */
export const CATALOGUE: Readonly<Record<View, ViewDefinition>> = {
  sims,
  sim_usage: simUsage,
  sim_usage_daily: simUsageDaily,
  sim_quota: simQuota,
  rate_plans: ratePlans,
  sms_messages: smsMessages,
  connection_events: connectionEvents,
  alert_rules: alertRules,
  alerts,
  support_tickets: supportTickets,
  forecasts,
  quota_outlook: quotaOutlook,
  anomalies,
  churn_risk: churnRisk,
  quota_recommendations: quotaRecommendations,
  audit_logs: auditLogs,
};

/** Views of one row per SIM and type, narrowed to one type, so that they are to-one from a SIM. */
export const ALIASES = {
  quota_data: {
    view: "sim_quota",
    description: "sim_quota of type data",
    members: quotaOf("data"),
  },
  quota_sms: { view: "sim_quota", description: "sim_quota of type sms", members: quotaOf("sms") },
  outlook_data: {
    view: "quota_outlook",
    description: "quota_outlook of type data",
    members: quotaOutlook.members,
  },
  outlook_sms: {
    view: "quota_outlook",
    description: "quota_outlook of type sms",
    members: quotaOutlook.members,
  },
} as const satisfies Record<
  string,
  { view: View; description: string; members: ViewDefinition["members"] }
>;
export type Alias = keyof typeof ALIASES;

/** What may stand before the dot of a member. */
export type Joined = View | Alias;

export function isJoined(name: string): name is Joined {
  return Object.hasOwn(ALIASES, name) || VIEWS.some((view) => view === name);
}

export function viewOf(joined: Joined): ViewDefinition {
  return CATALOGUE[relationOf(joined)];
}

/** The relation in the database behind a view or an alias of one. */
export function relationOf(joined: Joined): View {
  return isAlias(joined) ? ALIASES[joined].view : joined;
}

export function membersOf(joined: Joined): ViewDefinition["members"] {
  return isAlias(joined) ? ALIASES[joined].members : CATALOGUE[joined].members;
}

export function isAlias(joined: Joined): joined is Alias {
  return Object.hasOwn(ALIASES, joined);
}

/** `"sims.label"` → its parts and definition; null when the catalogue has no such member. */
export function findMember(
  name: string,
): { joined: Joined; column: string; definition: MemberDefinition } | null {
  const [joined = "", column = ""] = name.split(".");
  if (!isJoined(joined)) return null;
  const members = membersOf(joined);
  const definition = Object.hasOwn(members, column) ? members[column] : undefined;
  return definition ? { joined, column, definition } : null;
}

/** As `findMember`, for a name that validation has let through. */
export function memberOf(name: string) {
  const found = findMember(name);
  if (!found) throw new Error(`The catalogue has no member ${name}.`);
  return found;
}
