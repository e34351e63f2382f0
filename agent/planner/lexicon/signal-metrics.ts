import { between } from "./between.ts";
import type { Metric } from "./metrics.ts";
import { EVENT_RATES } from "./rates.ts";

/** Figures of alerts, their rules, anomalies and connection events. */
export const SIGNAL_METRICS = {
  ...EVENT_RATES,
  tag_count: {
    label: "number of tags",
    view: "sims",
    member: "sims.tag_count",
    agg: "avg",
    kind: "number",
    say: "tag count",
  },
  score: {
    label: "anomaly score",
    view: "anomalies",
    member: "anomalies.score",
    agg: "max",
    kind: "number",
    say: "score | anomaly score | scoring | scored",
  },
  observed: {
    label: "observed data",
    view: "anomalies",
    member: "anomalies.observed",
    agg: "sum",
    kind: "bytes",
    say: "observed [usage] | observed volume | observed data | observed value | observed traffic | observed bytes | observed amount | actually observed",
  },
  expected: {
    label: "expected data",
    view: "anomalies",
    member: "anomalies.expected",
    agg: "sum",
    kind: "bytes",
    say: "expected | expected volume | expected data | expected value | expected bytes | expected amount | the expected",
  },
  times_expected: {
    label: "times the expected data",
    view: "anomalies",
    member: "anomalies.times_expected",
    agg: "max",
    kind: "number",
    say: "factor observed vs expected | factor observed over expected | factor of observed vs expected | factor of observed over expected | factor of observed to expected | factor observed to expected | observed vs expected factor | observed to expected ratio | ratio of observed to expected | ratio observed to expected | ratio observed vs expected | observed over expected | multiple of the expected | multiple of expected | factor over expected | factor above expected | factor over the expected | deviation factor | spike factor",
  },
  acknowledge_time: {
    label: "time to acknowledge",
    view: "alerts",
    member: "alerts.minutes_to_acknowledge",
    agg: "avg",
    kind: "minute",
    say: `${between("trigger,triggering,triggered,being triggered,firing,fired,alert,raising,raised,going off", "acknowledge,acknowledging,acknowledged,acknowledgement,acknowledgment,being acknowledged,ack,acking,acked,pickup")} | time to acknowledge | acknowledgement time | acknowledgment time | time to ack | ack time | ack times | mtta | response time to alert | take us to acknowledge | takes to acknowledge | take to acknowledge | took to acknowledge | took us to acknowledge | time until acknowledgement | time until acknowledged | reaction time | minutes to acknowledge | minutes to ack | minutes until acknowledged | minutes until acknowledgement | minutes to acknowledgement | time to acknowledgement | time until ack | time to first ack | acknowledgement delay | ack delay | mean time to acknowledge | mean time to ack | take us to ack | take to ack | takes us to acknowledge | takes us to ack | alert response time`,
  },
  alert_resolve_time: {
    label: "time to resolve an alert",
    view: "alerts",
    member: "alerts.minutes_to_resolve",
    agg: "avg",
    kind: "minute",
    say: "alert resolution time | time to resolve an alert | time to resolve alerts | time to resolve alert | time to resolve the alert | take to resolve an alert | take us to resolve an alert | take to resolve alerts | take to resolve a critical alert | take us to resolve a critical alert | minutes to resolve an alert | minutes to resolve alerts",
  },
  alert_age: {
    label: "age of the alert",
    view: "alerts",
    member: "alerts.age_hours",
    agg: "avg",
    kind: "hour",
    say: "age of alert | age of open alert | age of the alert | age of the open alert | alert age | age of unresolved alert",
  },
  cooldown: {
    label: "cooldown",
    view: "alert_rules",
    member: "alert_rules.cooldown_minutes",
    agg: "avg",
    kind: "minute",
    say: "cooldown | cool down | cooldown time | cool down time | cooldown period | cool down period | cooldown minutes | cooldown window | suppression time | quiet period | cooldowns",
  },
} as const satisfies Record<string, Metric>;
