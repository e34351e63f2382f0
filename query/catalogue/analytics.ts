import { SEVERITIES } from "./alerts.ts";
import { ICCID, member, oneOf, rising } from "./members.ts";
import type { ViewDefinition } from "./types.ts";

const COMPUTED = member("timestamp", "Computed");
const SOURCE = member("text", "Source", "computed, or sample in a fresh demo");

export const forecasts: ViewDefinition = {
  description: "Expected usage per SIM and day, with intervals",
  noun: ["forecast", "forecasts"],
  key: ["iccid", "day"],
  time: "day",
  scope: "sims:read",
  defaultColumns: [
    "forecasts.iccid",
    "sims.label",
    "forecasts.day",
    "forecasts.predicted",
    "forecasts.lower_80",
    "forecasts.upper_80",
  ],
  members: {
    iccid: ICCID,
    day: member("day", "Day", "UTC", { required: true }),
    predicted: member("bytes", "Predicted data"),
    lower_80: member("bytes", "Lower bound (80 %)"),
    upper_80: member("bytes", "Upper bound (80 %)"),
    lower_95: member("bytes", "Lower bound (95 %)"),
    upper_95: member("bytes", "Upper bound (95 %)"),
    model: member("text", "Model"),
    computed_at: COMPUTED,
    source: SOURCE,
  },
};

export const anomalies: ViewDefinition = {
  description: "Unusual behaviour that the detectors found",
  noun: ["anomaly", "anomalies"],
  key: ["id"],
  time: "day",
  scope: "sims:read",
  defaultColumns: [
    "anomalies.id",
    "anomalies.iccid",
    "sims.label",
    "anomalies.day",
    "anomalies.kind",
    "anomalies.severity",
    "anomalies.score",
    "anomalies.observed",
    "anomalies.expected",
    "anomalies.reason",
    "anomalies.status",
    "anomalies.detected_at",
  ],
  members: {
    id: member("number", "Id", "", { required: true }),
    iccid: ICCID,
    day: member("day", "Day", "UTC"),
    kind: oneOf("Kind", ["spike", "drop", "silence", "pattern", "roaming", "imei", "cohort"]),
    cohort: member("text", "Cohort", "group of SIMs hit together"),
    status: oneOf("Status", ["open", "confirmed", "dismissed", "snoozed"]),
    assigned_to: member("text", "Assigned to"),
    score: member("number", "Score", "higher is stranger"),
    severity: rising("Severity", SEVERITIES),
    observed: member("bytes", "Observed data"),
    expected: member("bytes", "Expected data"),
    times_expected: member("number", "Times expected", "observed / expected; null: none expected", {
      sql: (row) => `(${row}.observed::double precision / nullif(${row}.expected, 0))`,
    }),
    reason: member("text", "Reason"),
    detected_at: member("timestamp", "Detected"),
    source: SOURCE,
  },
};

export const churnRisk: ViewDefinition = {
  description: "Chance that a SIM is given up, one row a SIM",
  noun: ["churn risk", "churn risks"],
  key: ["iccid"],
  scope: "sims:read",
  defaultColumns: [
    "churn_risk.iccid",
    "sims.label",
    "sims.customer",
    "churn_risk.probability",
    "churn_risk.risk_level",
    "churn_risk.top_factors",
    "churn_risk.predicted_date",
  ],
  members: {
    iccid: ICCID,
    probability: member("number", "Churn probability", "0 to 1"),
    risk_level: rising("Churn risk", ["low", "medium", "high"], "high over 0.7, medium over 0.4"),
    top_factors: member("json", "Top factors"),
    factors: member("list", "Factors", "names of the top factors", {
      sql: (row) => `array(select f->>'factor' from jsonb_array_elements(${row}.top_factors) as f)`,
    }),
    predicted_date: member("day", "Predicted date"),
    computed_at: COMPUTED,
    source: SOURCE,
  },
};

export const quotaRecommendations: ViewDefinition = {
  description: "Advice on each SIM's data quota, one row a SIM",
  noun: ["recommendation", "recommendations"],
  key: ["iccid"],
  scope: "sims:read",
  defaultColumns: [
    "quota_recommendations.iccid",
    "sims.label",
    "quota_recommendations.type",
    "quota_recommendations.current_total",
    "quota_recommendations.recommended_total",
    "quota_recommendations.monthly_saving",
    "quota_recommendations.currency",
    "quota_recommendations.confidence",
    "quota_recommendations.reason",
  ],
  members: {
    iccid: ICCID,
    type: oneOf("Recommendation", ["upgrade", "downgrade", "maintain", "top_up"]),
    confidence: member("number", "Confidence", "0 to 1"),
    risk_before: member("number", "Risk before", "of running out in 30 days, 0 to 1"),
    risk_after: member("number", "Risk after", "of running out in 30 days, 0 to 1"),
    current_total: member("bytes", "Current quota"),
    recommended_total: member("bytes", "Recommended quota"),
    monthly_saving: member("money", "Monthly saving", "in `currency`; below zero it costs"),
    currency: member("text", "Currency"),
    reason: member("text", "Reason"),
    computed_at: COMPUTED,
    source: SOURCE,
  },
};
