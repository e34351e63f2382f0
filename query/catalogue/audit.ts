import { member, oneOf } from "./members.ts";
import type { ViewDefinition } from "./types.ts";

/** What was changed is kept as `{ "label": { "from": …, "to": … } }`. */
function changed(row: string, side: "from" | "to"): string {
  const values = ["label", "status", "rate_plan"].map(
    (what) => `${row}.changes -> '${what}' ->> '${side}'`,
  );
  return `coalesce(${values.join(", ")})`;
}

export const auditLogs: ViewDefinition = {
  description: "Who changed or was refused what, and through which door",
  noun: ["audit entry", "audit entries"],
  key: ["id"],
  time: "occurred_at",
  scope: "audit:read",
  defaultColumns: [
    "audit_logs.id",
    "audit_logs.occurred_at",
    "audit_logs.actor",
    "audit_logs.channel",
    "audit_logs.action",
    "audit_logs.resource_type",
    "audit_logs.resource_id",
    "sims.label",
    "audit_logs.changes",
  ],
  members: {
    id: member("number", "Id", "", { required: true }),
    actor: member("text", "Actor", "e-mail or key name"),
    channel: oneOf("Channel", ["web", "api", "slack", "mcp", "system"]),
    action: member("text", "Action", "such as sim.suspend"),
    resource_type: member("text", "Resource type"),
    resource_id: member("text", "Resource", "the ICCID for a SIM"),
    changes: member("json", "Changes"),
    before: member("text", "Before", "label, status or plan before the change", {
      sql: (row) => changed(row, "from"),
    }),
    after: member("text", "After", "label, status or plan after the change", {
      sql: (row) => changed(row, "to"),
    }),
    top_up_bytes: member("bytes", "Data topped up", "null: no top-up of data", {
      sql: (row) => `(${row}.changes ->> 'bytes')::bigint`,
    }),
    ip_address: member("text", "IP address"),
    user_agent: member("text", "User agent"),
    occurred_at: member("timestamp", "Time", "", { required: true }),
  },
};
