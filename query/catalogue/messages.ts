import { dayOf, elapsed, ICCID, member, oneOf, rising } from "./members.ts";
import type { ViewDefinition } from "./types.ts";

export const smsMessages: ViewDefinition = {
  description: "SMS to and from the devices",
  noun: ["SMS", "SMS messages"],
  key: ["id"],
  time: "sent_at",
  scope: "sims:read",
  defaultColumns: [
    "sms_messages.id",
    "sms_messages.iccid",
    "sims.label",
    "sms_messages.direction",
    "sms_messages.status",
    "sms_messages.body",
    "sms_messages.sent_at",
    "sms_messages.delivered_at",
  ],
  members: {
    id: member("number", "Id", "", { required: true }),
    iccid: ICCID,
    direction: oneOf("Direction", ["mt", "mo"], "mt: to the device, mo: from it"),
    status: oneOf("Status", ["pending", "delivered", "failed", "expired"]),
    body: member("text", "Text", "", { scope: "sms:read" }),
    sent_at: member("timestamp", "Sent"),
    delivered_at: member("timestamp", "Delivered"),
    minutes_to_deliver: member("duration", "Time to deliver", "null: not delivered", {
      unit: "minute",
      sql: elapsed("minute", "sent_at", "delivered_at"),
    }),
  },
};

export const connectionEvents: ViewDefinition = {
  description: "What the network reported: attaches, sessions, rejects, quota events",
  noun: ["connection event", "connection events"],
  key: ["id"],
  time: "occurred_at",
  scope: "sims:read",
  defaultColumns: [
    "connection_events.id",
    "connection_events.iccid",
    "sims.label",
    "connection_events.occurred_at",
    "connection_events.type",
    "connection_events.severity",
    "connection_events.cause",
    "connection_events.operator",
    "connection_events.country",
  ],
  members: {
    id: member("number", "Id", "", { required: true }),
    iccid: ICCID,
    occurred_at: member("timestamp", "Time", "", { required: true }),
    type: oneOf("Type", [
      "attach",
      "detach",
      "session_start",
      "session_end",
      "reject",
      "imei_change",
      "quota_threshold",
      "quota_exhausted",
    ]),
    severity: rising("Severity", ["info", "warning", "critical"]),
    cause: member("text", "Cause"),
    operator: member("text", "Operator", "network of the event"),
    country: member("text", "Country", "of the event, ISO code"),
    day: member("day", "Day", "UTC", { sql: dayOf("occurred_at") }),
  },
};
