import { BYTES_OF_UNIT } from "#core/bytes.ts";
import { age, ICCID, member, oneOf } from "./members.ts";
import type { ViewDefinition } from "./types.ts";

export const RATS = ["2G", "3G", "LTE", "LTE-M", "NB-IoT", "5G"] as const;

export const sims: ViewDefinition = {
  description: "SIM cards, one row each, with what is known of them now",
  noun: ["SIM", "SIMs"],
  key: ["iccid"],
  scope: "sims:read",
  defaultColumns: [
    "sims.iccid",
    "sims.label",
    "sims.status",
    "sims.customer",
    "sims.country",
    "sims.operator",
    "sims.rat",
    "sims.rate_plan",
    "sims.last_seen_at",
  ],
  members: {
    iccid: ICCID,
    imsi: member("text", "IMSI"),
    msisdn: member("text", "MSISDN", "phone number"),
    imei: member("text", "IMEI", "of the device that holds the SIM"),
    label: member("text", "Label", "device name"),
    status: oneOf("Status", ["active", "inactive", "suspended", "deactivated"], "", {
      required: true,
    }),
    ip_address: member("inet", "IP address"),
    operator: member("text", "Operator", "network it was last seen on"),
    country: member("text", "Country", "of that network, ISO code such as DE"),
    rat: oneOf("Radio", RATS, "radio technology last used"),
    rate_plan: member("text", "Rate plan", "name of its plan"),
    customer: member("text", "Customer", "whom the device belongs to"),
    tags: member("list", "Tags"),
    tag_count: member("number", "Number of tags", "", {
      required: true,
      sql: (row) => `coalesce(cardinality(${row}.tags), 0)`,
    }),
    lists: member("list", "Lists", "names of lists that people brought along", {
      sql: (row) => `array(select l.list from fleet.listed_sims l where l.iccid = ${row}.iccid)`,
    }),
    activated_at: member("timestamp", "Activated"),
    deactivated_at: member("timestamp", "Deactivated"),
    last_seen_at: member("timestamp", "Last seen", "null: never"),
    created_at: member("timestamp", "Created"),
    hours_since_seen: member("duration", "Time since last seen", "null: never seen", {
      unit: "hour",
      sql: age("hour", "last_seen_at"),
    }),
    days_since_seen: member("duration", "Days since last seen", "null: never seen", {
      unit: "day",
      sql: age("day", "last_seen_at"),
    }),
    age_days: member("duration", "Age", "since activation", {
      unit: "day",
      sql: age("day", "activated_at"),
    }),
  },
};

export const ratePlans: ViewDefinition = {
  description: "Tariffs; a SIM's plan is sims.rate_plan",
  noun: ["rate plan", "rate plans"],
  key: ["name"],
  scope: "sims:read",
  defaultColumns: [
    "rate_plans.name",
    "rate_plans.monthly_price",
    "rate_plans.currency",
    "rate_plans.included_bytes",
    "rate_plans.included_sms",
    "rate_plans.overage_price_per_mb",
  ],
  members: {
    name: member("text", "Plan", "", { required: true }),
    monthly_price: member("money", "Monthly price", "per SIM, in `currency`"),
    currency: member("text", "Currency"),
    included_bytes: member("bytes", "Included data", "per month"),
    included_sms: member("number", "Included SMS", "messages per month"),
    overage_price_per_mb: member("money", "Overage price per MB"),
    overage_price_per_byte: member(
      "money",
      "Overage price per byte",
      "overage price per MB / 1 MB",
      {
        sql: (row) => `(${row}.overage_price_per_mb / ${BYTES_OF_UNIT.mb}.0)`,
      },
    ),
    price_per_included_gb: member("money", "Price per included GB", "monthly price / included GB", {
      sql: (row) =>
        `(${row}.monthly_price * ${BYTES_OF_UNIT.gb}.0 / nullif(${row}.included_bytes, 0))`,
    }),
    price_per_included_mb: member("money", "Price per included MB", "monthly price / included MB", {
      sql: (row) =>
        `(${row}.monthly_price * ${BYTES_OF_UNIT.mb}.0 / nullif(${row}.included_bytes, 0))`,
    }),
  },
};
