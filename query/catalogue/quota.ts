import { ICCID, member, oneOf } from "./members.ts";
import type { ViewDefinition } from "./types.ts";

const TYPE = oneOf("Type", ["data", "sms"], "data in bytes, sms in messages", { required: true });

export const simQuota: ViewDefinition = {
  description:
    "Allowance per SIM and type; amounts are bytes for data, messages for sms, so filter by type",
  noun: ["quota", "quotas"],
  key: ["iccid", "type"],
  scope: "sims:read",
  defaultColumns: [
    "sim_quota.iccid",
    "sims.label",
    "sim_quota.type",
    "sim_quota.total",
    "sim_quota.used",
    "sim_quota.remaining",
    "sim_quota.used_percent",
    "sim_quota.expires_at",
  ],
  members: {
    iccid: ICCID,
    type: TYPE,
    total: member("number", "Total", "bytes or messages"),
    used: member("number", "Used", "bytes or messages"),
    remaining: member("number", "Remaining", "bytes or messages"),
    expires_at: member("timestamp", "Expires"),
    updated_at: member("timestamp", "Updated"),
    used_percent: member("percent", "Used %", "of the total", {
      sql: (row) => `(100.0 * ${row}.used / nullif(${row}.total, 0))`,
    }),
    remaining_percent: member("percent", "Remaining %", "of the total", {
      sql: (row) => `(100.0 * ${row}.remaining / nullif(${row}.total, 0))`,
    }),
  },
};

/** `sim_quota` of one type, with amounts in that type's unit. */
export function quotaOf(type: "data" | "sms"): ViewDefinition["members"] {
  const amount = type === "data" ? "bytes" : "number";
  const word = type === "data" ? "data" : "SMS";
  const { total, used, remaining, ...others } = simQuota.members;
  return {
    ...others,
    total: { ...total, type: amount, label: `Total ${word}` },
    used: { ...used, type: amount, label: `Used ${word}` },
    remaining: { ...remaining, type: amount, label: `Remaining ${word}` },
  };
}

export const quotaOutlook: ViewDefinition = {
  description: "When each quota is expected to run out",
  noun: ["quota outlook", "quota outlooks"],
  key: ["iccid", "type"],
  scope: "sims:read",
  defaultColumns: [
    "quota_outlook.iccid",
    "sims.label",
    "quota_outlook.type",
    "quota_outlook.exhaustion_date",
    "quota_outlook.days_until_exhaustion",
    "quota_outlook.exhaustion_probability_30d",
  ],
  members: {
    iccid: ICCID,
    type: TYPE,
    exhaustion_date: member("day", "Runs out on", "null: not in sight"),
    days_until_exhaustion: member("duration", "Days until it runs out", "", { unit: "day" }),
    exhaustion_probability_30d: member("number", "Chance of running out in 30 days", "0 to 1"),
    computed_at: member("timestamp", "Computed"),
    source: member("text", "Source", "computed, or sample in a fresh demo"),
  },
};
