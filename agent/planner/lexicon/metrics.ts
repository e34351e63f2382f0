import type { Filter, Measure, Member, View } from "#query/query.ts";
import type { Aggregate } from "../parse/items.ts";

/** Something that can be measured, and where its numbers are. */
export interface Metric {
  readonly label: string;
  /** The view whose rows are measured. For state (one row a SIM) it is `sims`, which reaches the member. */
  readonly view: View;
  readonly member: Member;
  readonly agg: Aggregate;
  readonly kind:
    | "bytes"
    | "number"
    | "percent"
    | "fraction"
    | "money"
    | "minute"
    | "hour"
    | "day"
    | "date";
  /** The same in the raw records: needed for hours, operators and countries of the traffic. */
  readonly raw?: { readonly member: Member; readonly where?: Filter };
  readonly where?: Filter;
  /** What a percentage of it is a share of. */
  readonly of?: Member;
  /** Made of counts instead of a member. */
  readonly measure?: Measure;
  readonly columns?: readonly Member[];
  /** Split by this too, so that unlike amounts are not added. */
  readonly currency?: Member;
  /** Readings of the bare word, most usual first, when it stands beside SIMs. */
  readonly say: string;
}

const upload: Filter = { member: "sim_usage.direction", op: "eq", value: "upload" };
const download: Filter = { member: "sim_usage.direction", op: "eq", value: "download" };
const delivered: Filter = { member: "sms_messages.status", op: "eq", value: "delivered" };
const failed: Filter = { member: "sms_messages.status", op: "eq", value: "failed" };
const toDevice: Filter = { member: "sms_messages.direction", op: "eq", value: "mt" };

/** `say`: phrases, separated by |, optional words in brackets. */
export const METRICS = {
  usage: {
    label: "data used",
    view: "sim_usage_daily",
    member: "sim_usage_daily.total_volume",
    agg: "sum",
    kind: "bytes",
    raw: { member: "sim_usage.volume" },
    say: "data [usage] | data [traffic] | data volume | data consumption | data used | usage | traffic | consumption | volume | data transfer | data transferred | bytes used | bytes | byte | megabytes used | total volume | data use | data user | network usage | data amount | throughput | need data | actual | actual usage | actual traffic | any data | any traffic | any usage | data sent",
  },
  upload: {
    label: "upload",
    view: "sim_usage_daily",
    member: "sim_usage_daily.upload_volume",
    agg: "sum",
    kind: "bytes",
    raw: { member: "sim_usage.volume", where: upload },
    say: "upload [volume] | uploads | uploaded [data] | uploading | uplink [traffic] | upstream [traffic] | upload traffic | upload usage | data uploaded | upload data | ul",
  },
  download: {
    label: "download",
    view: "sim_usage_daily",
    member: "sim_usage_daily.download_volume",
    agg: "sum",
    kind: "bytes",
    raw: { member: "sim_usage.volume", where: download },
    say: "download [volume] | downloads | downloaded [data] | downloading | downlink [traffic] | downstream [traffic] | download traffic | download usage | data downloaded | download data | dl",
  },
  records: {
    label: "usage records",
    view: "sim_usage_daily",
    member: "sim_usage_daily.event_count",
    agg: "sum",
    kind: "number",
    say: "usage record | usage event | data record",
  },
  data_remaining: {
    label: "data left",
    view: "sims",
    member: "quota_data.remaining",
    agg: "sum",
    kind: "bytes",
    of: "quota_data.total",
    say: "data left | data remaining | remaining data | data balance | data quota left | data quota remaining | remaining data quota | left data | data allowance left | mb left | megabytes left | gb left | data volume left | volume left | remaining volume | available data | data available | data still available | quota left | quota remaining | remaining quota | left of quota | unused data",
  },
  sms_remaining: {
    label: "SMS left",
    view: "sims",
    member: "quota_sms.remaining",
    agg: "sum",
    kind: "number",
    of: "quota_sms.total",
    say: "sms left | sms remaining | remaining sms | messages left | remaining messages | texts left | sms quota left | sms quota remaining | sms balance | sms credit | text messages left | remaining texts",
  },
  quota_used: {
    label: "data quota used",
    view: "sims",
    member: "quota_data.used",
    agg: "sum",
    kind: "bytes",
    of: "quota_data.total",
    columns: ["quota_data.used_percent"],
    say: "quota used | used quota | quota usage | data quota used | quota consumption | used of quota | quota utilisation | quota utilization | used volume",
  },
  used_percent: {
    label: "share of the data quota used",
    view: "sims",
    member: "quota_data.used_percent",
    agg: "avg",
    kind: "percent",
    say: "used pct | used percent | quota used percent | quota percentage | percent of quota used | percentage of quota used | quota percentage used | share of quota used",
  },
  sms_used: {
    label: "SMS quota used",
    view: "sims",
    member: "quota_sms.used",
    agg: "sum",
    kind: "number",
    of: "quota_sms.total",
    say: "sms quota used | sms used | used sms",
  },
  quota: {
    label: "data quota",
    view: "sims",
    member: "quota_data.total",
    agg: "sum",
    kind: "bytes",
    say: "data quota | quota | allowance | data allowance | data cap | data limit | data bundle | bundle | data budget | data plan volume | data volume limit | quota size",
  },
  sms_quota: {
    label: "SMS quota",
    view: "sims",
    member: "quota_sms.total",
    agg: "sum",
    kind: "number",
    say: "sms quota | sms allowance | sms limit | sms bundle | message quota | text quota",
  },
  predicted: {
    label: "predicted data",
    view: "forecasts",
    member: "forecasts.predicted",
    agg: "sum",
    kind: "bytes",
    say: "predicted [usage] | predicted data | predicted traffic | predicted volume | predicted data usage | forecast [usage] | forecasted [usage] | forecast data | forecast traffic | forecast data usage | forecast volume | expected usage | expected traffic | expected data usage | usage forecast | data forecast | traffic forecast | projected usage | projected traffic | predicted to use | predicted to burn | predicted to consume | forecast to use | forecast to burn | forecast to consume | forecasted to use | expected to use | expected to burn | expected to consume | projected to use | likely to use | prediction | predicted consumption | forecast consumption | usage prediction",
  },
  upper_95: {
    label: "upper 95 % bound",
    view: "forecasts",
    member: "forecasts.upper_95",
    agg: "max",
    kind: "bytes",
    say: "upper 95 [%] bound | upper 95 [percent] bound | upper 95 [%] limit | 95 % upper bound | 95 percent upper bound | upper bound | upper limit | 95 % bound",
  },
  lower_95: {
    label: "lower 95 % bound",
    view: "forecasts",
    member: "forecasts.lower_95",
    agg: "min",
    kind: "bytes",
    say: "lower 95 [%] bound | lower 95 [percent] bound | lower 95 [%] limit | 95 % lower bound | lower bound | lower limit",
  },
  exhaustion_probability: {
    label: "chance of running out in 30 days",
    view: "sims",
    member: "outlook_data.exhaustion_probability_30d",
    agg: "avg",
    kind: "fraction",
    columns: ["outlook_data.exhaustion_date"],
    say: "chance of running out [of data] | probability of running out [of data] | risk of running out [of data] | exhaustion probability | exhaustion risk | chance to run out [of data] | probability of exhaustion | likelihood of running out [of data] | likelihood of exhaustion | chance of exhaustion | probability to run out [of data] | risk of exhaustion | likely to run out [of data]",
  },
  days_left: {
    label: "days until the data runs out",
    view: "sims",
    member: "outlook_data.days_until_exhaustion",
    agg: "avg",
    kind: "day",
    columns: ["outlook_data.exhaustion_date"],
    say: "days until exhaustion | days left | days until [the] data runs out | days until it runs out | days to exhaustion | time until exhaustion",
  },
  churn: {
    label: "churn probability",
    view: "churn_risk",
    member: "churn_risk.probability",
    agg: "avg",
    kind: "fraction",
    columns: ["churn_risk.risk_level"],
    say: "churn probability | churn risk | churn | probability of churn | churn score | risk of churn | chance of churn | churn likelihood | likelihood of churn | risk of churning | churn chance | chance of churning | probability of churning | likely to churn | attrition risk | risk of leaving",
  },
  score: {
    label: "anomaly score",
    view: "anomalies",
    member: "anomalies.score",
    agg: "max",
    kind: "number",
    say: "score | anomaly score",
  },
  observed: {
    label: "observed data",
    view: "anomalies",
    member: "anomalies.observed",
    agg: "sum",
    kind: "bytes",
    say: "observed usage | observed volume | observed data | observed value",
  },
  confidence: {
    label: "confidence of the category",
    view: "support_tickets",
    member: "support_tickets.confidence_score",
    agg: "avg",
    kind: "fraction",
    say: "confidence [score] | classification confidence | categorisation confidence",
  },
  monthly_price: {
    label: "monthly price",
    view: "rate_plans",
    member: "rate_plans.monthly_price",
    agg: "avg",
    kind: "money",
    say: "monthly price | price | price per month | plan price | monthly cost | cost | costs | price a month | cost a month | cost per month | costs a month | base price | monthly rate | cost monthly",
  },
  monthly_fee: {
    label: "monthly fees",
    view: "sims",
    member: "rate_plans.monthly_price",
    agg: "sum",
    kind: "money",
    currency: "rate_plans.currency",
    say: "mrr | monthly recurring revenue | monthly fee | monthly fees | total monthly cost | monthly bill | recurring fees | recurring revenue | monthly spend | monthly charges | plan fees | total monthly price | subscription cost | base fees | monthly costs | pay per month | pay every month | pay a month | spend per month",
  },
  overage_price: {
    label: "overage price per MB",
    view: "rate_plans",
    member: "rate_plans.overage_price_per_mb",
    agg: "avg",
    kind: "money",
    say: "overage [price] [per mb] | overage rate | overage cost | overage fee | price per extra mb | overage charge | overage price a mb | extra mb price",
  },
  included_data: {
    label: "included data",
    view: "rate_plans",
    member: "rate_plans.included_bytes",
    agg: "avg",
    kind: "bytes",
    say: "included data | included | included volume | included bytes | data included | included data volume | plan include | plan includes | plan's included volume | plan allowance | included mb | included megabytes | inclusive data | rate plan include | rate plan includes | plan allows | tariff includes | tariff include | volume included",
  },
  included_sms: {
    label: "included SMS",
    view: "rate_plans",
    member: "rate_plans.included_sms",
    agg: "avg",
    kind: "number",
    say: "included sms | sms included | included messages | included texts | messages included | inclusive sms",
  },
  saving: {
    label: "monthly saving",
    view: "quota_recommendations",
    member: "quota_recommendations.monthly_saving",
    agg: "sum",
    kind: "money",
    currency: "quota_recommendations.currency",
    say: "monthly saving | saving | savings | potential saving | save every month | save per month | save a month | save each month | save monthly | save | saved | money saved | possible saving | saving potential | monthly savings",
  },
  recommended_total: {
    label: "recommended quota",
    view: "quota_recommendations",
    member: "quota_recommendations.recommended_total",
    agg: "sum",
    kind: "bytes",
    say: "recommended volume | recommended quota | recommended total | suggested volume | suggested quota | proposed volume | recommended data volume | recommended size",
  },
  current_total: {
    label: "current quota",
    view: "quota_recommendations",
    member: "quota_recommendations.current_total",
    agg: "sum",
    kind: "bytes",
    say: "current volume | current quota | current total | present volume | present quota | current data volume",
  },
  risk_before: {
    label: "risk of running out now",
    view: "quota_recommendations",
    member: "quota_recommendations.risk_before",
    agg: "avg",
    kind: "fraction",
    say: "risk before",
  },
  risk_after: {
    label: "risk of running out after the change",
    view: "quota_recommendations",
    member: "quota_recommendations.risk_after",
    agg: "avg",
    kind: "fraction",
    say: "risk after",
  },
  acknowledge_time: {
    label: "time to acknowledge",
    view: "alerts",
    member: "alerts.minutes_to_acknowledge",
    agg: "avg",
    kind: "minute",
    say: "time to acknowledge | acknowledgement time | acknowledgment time | time to ack | ack time | mtta | response time to alert | take us to acknowledge | takes to acknowledge | take to acknowledge | took to acknowledge | took us to acknowledge | time until acknowledgement | time until acknowledged | reaction time",
  },
  alert_resolve_time: {
    label: "time to resolve an alert",
    view: "alerts",
    member: "alerts.minutes_to_resolve",
    agg: "avg",
    kind: "minute",
    say: "alert resolution time | time to resolve an alert | time to resolve alerts | time to resolve alert | take to resolve an alert | take us to resolve an alert | take to resolve alerts | take to resolve a critical alert | take us to resolve a critical alert",
  },
  ticket_resolve_time: {
    label: "time to resolve",
    view: "support_tickets",
    member: "support_tickets.hours_to_resolve",
    agg: "avg",
    kind: "hour",
    say: "resolution time | time to resolution | time to resolve [tickets] | mttr | time to close [tickets] | handling time | ticket resolution time | take to resolve [a] [ticket] | take us to resolve [a] [ticket] | take to close [a] [ticket] | take us to close [a] [ticket] | take to solve [a] [ticket] | take us to solve [a] [ticket] | takes to resolve | time until resolved | solving time",
  },
  delivery_time: {
    label: "time to deliver",
    view: "sms_messages",
    member: "sms_messages.minutes_to_deliver",
    agg: "avg",
    kind: "minute",
    say: "delivery time | time to deliver | sms delivery time | time until delivery | take to deliver | take to be delivered | takes to deliver | take for sms to be delivered",
  },
  delivery_rate: {
    label: "delivery rate",
    view: "sms_messages",
    member: "sms_messages.id",
    agg: "avg",
    kind: "percent",
    where: toDevice,
    measure: { op: "percent", a: { agg: "count", where: delivered }, b: { agg: "count" } },
    say: "delivery rate | sms delivery rate | delivery ratio | delivery success rate | sms success rate | message delivery rate | delivered share",
  },
  failure_rate: {
    label: "failure rate",
    view: "sms_messages",
    member: "sms_messages.id",
    agg: "avg",
    kind: "percent",
    where: toDevice,
    measure: { op: "percent", a: { agg: "count", where: failed }, b: { agg: "count" } },
    say: "sms failure rate | failure rate of sms | message failure rate | delivery failure rate",
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;

export function metricOf(name: MetricName): Metric {
  return METRICS[name];
}
