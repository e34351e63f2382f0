import type { Transaction } from "../database.ts";
import { type Columns, insertsInto, type RowWriter } from "./table-writer.ts";

const TEXT = "text";
const TIME = "timestamptz";
const BYTES = "bigint";

/** Column order = the order in which `rows.ts` gives the cells. */
const COLUMNS = {
  sims: {
    iccid: TEXT,
    imsi: TEXT,
    msisdn: TEXT,
    imei: TEXT,
    label: TEXT,
    status: TEXT,
    ip_address: "inet",
    operator: TEXT,
    country: TEXT,
    rat: TEXT,
    rate_plan: TEXT,
    customer: TEXT,
    tags: "text[]",
    activated_at: TIME,
    deactivated_at: TIME,
    last_seen_at: TIME,
    created_at: TIME,
  },
  sim_usage: {
    iccid: TEXT,
    timestamp: TIME,
    volume: BYTES,
    direction: TEXT,
    operator: TEXT,
    country: TEXT,
    record_id: TEXT,
  },
  sim_usage_daily: {
    day: "date",
    iccid: TEXT,
    total_volume: BYTES,
    upload_volume: BYTES,
    download_volume: BYTES,
    event_count: BYTES,
  },
  sim_quota: {
    iccid: TEXT,
    type: TEXT,
    total: BYTES,
    used: BYTES,
    remaining: BYTES,
    expires_at: TIME,
    updated_at: TIME,
  },
  sms_messages: {
    iccid: TEXT,
    direction: TEXT,
    status: TEXT,
    body: TEXT,
    sent_at: TIME,
    delivered_at: TIME,
  },
  connection_events: {
    iccid: TEXT,
    occurred_at: TIME,
    type: TEXT,
    severity: TEXT,
    cause: TEXT,
    operator: TEXT,
    country: TEXT,
  },
  alerts: {
    rule_id: BYTES,
    iccid: TEXT,
    severity: TEXT,
    message: TEXT,
    triggered_at: TIME,
    resolved_at: TIME,
    acknowledged: "boolean",
    acknowledged_by: TEXT,
    acknowledged_at: TIME,
  },
  support_tickets: {
    iccid: TEXT,
    customer: TEXT,
    subject: TEXT,
    description: TEXT,
    category: TEXT,
    priority: TEXT,
    assigned_team: TEXT,
    confidence_score: "double precision",
    status: TEXT,
    created_at: TIME,
    resolved_at: TIME,
  },
  audit_logs: {
    actor: TEXT,
    channel: TEXT,
    action: TEXT,
    resource_type: TEXT,
    resource_id: TEXT,
    changes: "jsonb",
    ip_address: TEXT,
    user_agent: TEXT,
    occurred_at: TIME,
    source: TEXT,
  },
  forecasts: {
    iccid: TEXT,
    day: "date",
    predicted: BYTES,
    lower_80: BYTES,
    upper_80: BYTES,
    lower_95: BYTES,
    upper_95: BYTES,
    model: TEXT,
    computed_at: TIME,
    source: TEXT,
  },
  quota_outlook: {
    iccid: TEXT,
    type: TEXT,
    exhaustion_date: "date",
    days_until_exhaustion: "integer",
    exhaustion_probability_30d: "double precision",
    computed_at: TIME,
    source: TEXT,
  },
  anomalies: {
    iccid: TEXT,
    day: "date",
    kind: TEXT,
    cohort: TEXT,
    status: TEXT,
    assigned_to: TEXT,
    score: "double precision",
    severity: TEXT,
    observed: BYTES,
    expected: BYTES,
    reason: TEXT,
    detected_at: TIME,
    source: TEXT,
  },
  churn_risk: {
    iccid: TEXT,
    probability: "double precision",
    risk_level: TEXT,
    top_factors: "jsonb",
    predicted_date: "date",
    computed_at: TIME,
    source: TEXT,
  },
  quota_recommendations: {
    iccid: TEXT,
    type: TEXT,
    confidence: "double precision",
    risk_before: "double precision",
    risk_after: "double precision",
    current_total: BYTES,
    recommended_total: BYTES,
    monthly_saving: "numeric",
    currency: TEXT,
    reason: TEXT,
    computed_at: TIME,
    source: TEXT,
  },
} as const satisfies Record<string, Columns>;

export type Tables = Readonly<Record<keyof typeof COLUMNS, RowWriter>>;

/** SIMs come first: most of the others refer to them. */
export function openTables(onConflict: Partial<Record<keyof typeof COLUMNS, string>> = {}): Tables {
  const entries = Object.entries(COLUMNS).map(([name, columns]) => [
    name,
    insertsInto(`store.${name}`, columns, onConflict[name as keyof typeof COLUMNS]),
  ]);
  return Object.fromEntries(entries) as Tables; // the keys are those of COLUMNS
}

export async function flushTables(sql: Transaction, tables: Tables): Promise<void> {
  for (const table of Object.values(tables)) await table.flush(sql);
}
