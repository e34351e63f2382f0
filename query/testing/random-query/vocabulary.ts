import type { GroupBy, View } from "../../query.ts";

interface Vocabulary {
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly amounts: Readonly<Record<string, readonly number[]>>;
  readonly flags: readonly string[];
  readonly texts: readonly string[];
  readonly time?: string;
  readonly groups: readonly GroupBy[];
  readonly related: readonly View[];
}

const OF_SIMS = {
  "sims.status": ["active", "inactive", "suspended", "deactivated"],
  "sims.country": ["DE", "GB", "FR", "US"],
  "sims.customer": ["Aqualis", "Nordic", "Volt", "O'Neil"],
  "sims.rate_plan": ["Flex 100", "Pro 5000"],
} as const;
const AMOUNTS_OF_SIMS = {
  "sims.days_since_seen": [1, 3.5, 7],
  "rate_plans.monthly_price": [0.6, 1, 7.5],
  "quota_data.used_percent": [10, 50, 90],
} as const;
const GROUPS_OF_SIMS: GroupBy[] = ["customer", "country", "rate_plan", "tags", "status"].map(
  (column) => ({
    member: `sims.${column}`,
  }),
);
GROUPS_OF_SIMS.push({ member: "sims.tags", only: ["pilot", "meter"] });
const grains = (member: string): GroupBy[] =>
  (["day", "week", "month", "weekday"] as const).map((grain) => ({ member, grain }));

const VOCABULARIES: Partial<Record<View, Vocabulary>> = {
  sims: {
    choices: OF_SIMS,
    amounts: AMOUNTS_OF_SIMS,
    flags: [],
    texts: ["sims.label"],
    time: "sims.last_seen_at",
    groups: GROUPS_OF_SIMS,
    related: ["alerts", "sim_usage_daily", "support_tickets", "connection_events", "anomalies"],
  },
  sim_usage_daily: {
    choices: OF_SIMS,
    amounts: {
      ...AMOUNTS_OF_SIMS,
      "sim_usage_daily.total_volume": [0, 1_048_577, 90_000_000, 700_000_000],
      "sim_usage_daily.upload_volume": [0, 5_000_000],
      "sim_usage_daily.download_volume": [0, 2_048],
    },
    flags: [],
    texts: ["sims.label"],
    time: "sim_usage_daily.day",
    groups: [
      ...GROUPS_OF_SIMS,
      { member: "sim_usage_daily.iccid" },
      ...grains("sim_usage_daily.day"),
    ],
    related: ["alerts", "anomalies"],
  },
  alerts: {
    choices: {
      ...OF_SIMS,
      "alerts.severity": ["low", "medium", "high", "critical"],
      "alert_rules.name": ["Silence", "Spike"],
    },
    amounts: { ...AMOUNTS_OF_SIMS, "alerts.minutes_to_acknowledge": [10, 72, 100] },
    flags: ["alerts.acknowledged", "alerts.is_open"],
    texts: ["alerts.message"],
    time: "alerts.triggered_at",
    groups: [
      ...GROUPS_OF_SIMS,
      { member: "alerts.severity" },
      { member: "alert_rules.name" },
      ...grains("alerts.triggered_at"),
    ],
    related: ["sim_usage_daily", "connection_events"],
  },
  connection_events: {
    choices: {
      ...OF_SIMS,
      "connection_events.type": ["attach", "detach", "reject"],
      "connection_events.severity": ["info", "warning", "critical"],
      "connection_events.operator": ["Telekom DE", "EE UK"],
    },
    amounts: AMOUNTS_OF_SIMS,
    flags: [],
    texts: ["connection_events.operator"],
    time: "connection_events.occurred_at",
    groups: [
      ...GROUPS_OF_SIMS,
      { member: "connection_events.operator" },
      ...grains("connection_events.occurred_at"),
    ],
    related: ["alerts", "support_tickets"],
  },
  support_tickets: {
    choices: {
      "support_tickets.priority": ["low", "medium", "high"],
      "support_tickets.status": ["open", "resolved"],
    },
    amounts: { "support_tickets.hours_to_resolve": [24, 48] },
    flags: [],
    texts: ["support_tickets.subject"],
    time: "support_tickets.created_at",
    groups: [{ member: "support_tickets.priority" }],
    related: [],
  },
  anomalies: {
    choices: { "anomalies.kind": ["spike", "drop", "silence"] },
    amounts: { "anomalies.score": [0.2, 0.5], "anomalies.times_expected": [0.5, 2, 3] },
    flags: [],
    texts: ["anomalies.reason"],
    time: "anomalies.day",
    groups: [{ member: "anomalies.kind" }],
    related: [],
  },
};

export const ROOTS = ["sims", "sim_usage_daily", "alerts", "connection_events"] as const;
export const SUMS: Partial<Record<View, readonly string[]>> = {
  sims: ["rate_plans.monthly_price", "quota_data.used"],
  sim_usage_daily: [
    "sim_usage_daily.total_volume",
    "sim_usage_daily.upload_volume",
    "sim_usage_daily.download_volume",
  ],
  alerts: ["alerts.minutes_to_acknowledge"],
  connection_events: ["rate_plans.monthly_price"],
  support_tickets: ["support_tickets.hours_to_resolve"],
  anomalies: ["anomalies.score", "anomalies.times_expected"],
};

export function vocabularyOf(view: View): Vocabulary {
  const vocabulary = VOCABULARIES[view];
  if (!vocabulary) throw new Error(`No vocabulary for ${view}.`);
  return vocabulary;
}
