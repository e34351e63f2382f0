import { age, dayOf, elapsed, ICCID, member, rising } from "./members.ts";
import type { ViewDefinition } from "./types.ts";

export const SEVERITIES = ["low", "medium", "high", "critical"] as const;

export const alertRules: ViewDefinition = {
  description: "What raises alerts",
  noun: ["alert rule", "alert rules"],
  key: ["id"],
  scope: "sims:read",
  defaultColumns: [
    "alert_rules.id",
    "alert_rules.name",
    "alert_rules.description",
    "alert_rules.severity",
    "alert_rules.enabled",
    "alert_rules.notification_channels",
    "alert_rules.cooldown_minutes",
  ],
  members: {
    id: member("number", "Id", "", { required: true }),
    name: member("text", "Rule"),
    description: member("text", "Description"),
    condition: member("json", "Condition"),
    notification_channels: member("list", "Channels", "where it notifies"),
    severity: rising("Severity", SEVERITIES),
    enabled: member("boolean", "Enabled"),
    cooldown_minutes: member("duration", "Cooldown", "", { unit: "minute" }),
  },
};

export const alerts: ViewDefinition = {
  description: "Alerts that rules raised; open until resolved",
  noun: ["alert", "alerts"],
  key: ["id"],
  time: "triggered_at",
  scope: "sims:read",
  defaultColumns: [
    "alerts.id",
    "alerts.iccid",
    "sims.label",
    "alerts.severity",
    "alerts.message",
    "alerts.triggered_at",
    "alerts.acknowledged",
    "alerts.resolved_at",
  ],
  members: {
    id: member("number", "Id", "", { required: true }),
    rule_id: member("number", "Rule id"),
    iccid: { ...ICCID, required: undefined },
    severity: rising("Severity", SEVERITIES),
    message: member("text", "Message"),
    triggered_at: member("timestamp", "Triggered"),
    resolved_at: member("timestamp", "Resolved", "null: still open"),
    acknowledged: member("boolean", "Acknowledged"),
    acknowledged_by: member("text", "Acknowledged by"),
    acknowledged_at: member("timestamp", "Acknowledged at"),
    is_open: member("boolean", "Open", "not resolved", {
      sql: (row) => `(${row}.resolved_at is null)`,
    }),
    minutes_to_acknowledge: member("duration", "Time to acknowledge", "null: not acknowledged", {
      unit: "minute",
      sql: elapsed("minute", "triggered_at", "acknowledged_at"),
    }),
    minutes_to_resolve: member("duration", "Time to resolve", "null: still open", {
      unit: "minute",
      sql: elapsed("minute", "triggered_at", "resolved_at"),
    }),
    age_hours: member("duration", "Age", "since it was triggered", {
      unit: "hour",
      sql: age("hour", "triggered_at"),
    }),
    day: member("day", "Day", "UTC", { sql: dayOf("triggered_at") }),
  },
};
