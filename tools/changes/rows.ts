import { anomalyChange, rowChange } from "./define-change.ts";

export const acknowledgeAlerts = rowChange(
  {
    name: "acknowledge_alerts",
    title: "Acknowledge alerts",
    description: "Marks alerts as seen by somebody who takes care of them.",
    effect: "write",
    route: { method: "POST", path: "/api/v1/alerts/acknowledge" },
  },
  "alert",
);

export const resolveAlerts = rowChange(
  {
    name: "resolve_alerts",
    title: "Resolve alerts",
    description: "Marks alerts as over.",
    effect: "write",
    route: { method: "POST", path: "/api/v1/alerts/resolve" },
  },
  "alert",
);

export const setTicketStatus = rowChange(
  {
    name: "set_ticket_status",
    title: "Open, hold or resolve tickets",
    description: "Sets the status of support tickets: open, pending or resolved.",
    effect: "write",
    route: { method: "POST", path: "/api/v1/tickets/status" },
  },
  "ticket",
);

export const setTicketPriority = rowChange(
  {
    name: "set_ticket_priority",
    title: "Set the priority of tickets",
    description: "Sets the priority of support tickets: high, medium or low.",
    effect: "write",
    route: { method: "POST", path: "/api/v1/tickets/priority" },
  },
  "ticket",
);

export const setAlertRuleEnabled = rowChange(
  {
    name: "set_alert_rule_enabled",
    title: "Switch alert rules on or off",
    description: "Switches alert rules on or off.",
    effect: "write",
    route: { method: "POST", path: "/api/v1/alert-rules/enabled" },
  },
  "alert rule",
);

export const reviewAnomalies = anomalyChange({
  name: "review_anomalies",
  title: "Review anomalies",
  description:
    "Says what became of anomalies: confirmed, dismissed as none (what is like it stays quiet for that SIM), snoozed, open again, or assigned to somebody.",
  effect: "write",
  route: { method: "POST", path: "/api/v1/ai/anomalies/review" },
});
