import { age, elapsed, ICCID, member, oneOf, rising } from "./members.ts";
import type { ViewDefinition } from "./types.ts";

export const TICKET_CATEGORIES = [
  "connectivity_issue",
  "billing_question",
  "quota_exhausted",
  "activation_problem",
  "technical_support",
  "account_management",
  "feature_request",
  "complaint",
] as const;

export const supportTickets: ViewDefinition = {
  description: "Support tickets; some are about no SIM. Open means status open",
  noun: ["ticket", "tickets"],
  key: ["id"],
  time: "created_at",
  scope: "sims:read",
  defaultColumns: [
    "support_tickets.id",
    "support_tickets.iccid",
    "sims.label",
    "support_tickets.customer",
    "support_tickets.subject",
    "support_tickets.category",
    "support_tickets.priority",
    "support_tickets.status",
    "support_tickets.assigned_team",
    "support_tickets.created_at",
    "support_tickets.resolved_at",
  ],
  members: {
    id: member("number", "Id", "", { required: true }),
    iccid: { ...ICCID, required: undefined },
    customer: member("text", "Customer", "who wrote"),
    subject: member("text", "Subject"),
    description: member("text", "Description", "what the customer wrote"),
    category: oneOf("Category", TICKET_CATEGORIES),
    priority: rising("Priority", ["low", "medium", "high"]),
    assigned_team: member("text", "Team"),
    confidence_score: member("number", "Confidence", "of the categorisation, 0 to 1"),
    status: oneOf("Status", ["open", "pending", "resolved"]),
    created_at: member("timestamp", "Created"),
    resolved_at: member("timestamp", "Resolved", "null: not resolved"),
    hours_to_resolve: member("duration", "Time to resolve", "null: not resolved", {
      unit: "hour",
      sql: elapsed("hour", "created_at", "resolved_at"),
    }),
    age_days: member("duration", "Age", "since it was created", {
      unit: "day",
      sql: age("day", "created_at"),
    }),
  },
};
