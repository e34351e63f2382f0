import type { Filter, Measure, Member, View } from "#query/query.ts";
import type { Aggregate } from "../parse/items.ts";
import { between } from "./between.ts";
import { boundOf } from "./forecast-bounds.ts";
import { PLAN_METRICS } from "./metrics-plans.ts";
import { QUOTA_METRICS } from "./metrics-quota.ts";
import { SIGNAL_METRICS } from "./signal-metrics.ts";

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
  ...QUOTA_METRICS,
  ...PLAN_METRICS,
  usage: {
    label: "data used",
    view: "sim_usage_daily",
    member: "sim_usage_daily.total_volume",
    agg: "sum",
    kind: "bytes",
    raw: { member: "sim_usage.volume" },
    say: "data [usage] | data [traffic] | data volume | data consumption | data used | usage | traffic | consumption | volume | data transfer | data transferred | bytes used | bytes | byte | megabytes used | total volume | data use | network usage | data amount | throughput | need data | actual | actual usage | actual traffic | any data | any traffic | any usage | data sent | real usage | real traffic | real volume | real consumption | real data | actual consumption | actual volume | actual data | really used | actually used | data passed | data moved | traffic moved | traffic passed | data flow | traffic flow | data flowed | flowed | really flowed | actually flowed | what flowed | what really flowed | what actually flowed | what was really used | what was actually used | traffic volume | bandwidth used | bandwidth usage | data throughput | data transmitted | data exchanged | data burned | data spent | data eaten",
  },
  upload: {
    label: "upload",
    view: "sim_usage_daily",
    member: "sim_usage_daily.upload_volume",
    agg: "sum",
    kind: "bytes",
    raw: { member: "sim_usage.volume", where: upload },
    say: "pushed up | push up | pushes up | pushing up | sent up | send up | sends up | sending up | sent upstream | upload [volume] | uploads | uploaded [data] | uploading | uplink [traffic] | upstream [traffic] | upload traffic | upload usage | data uploaded | upload data | ul",
  },
  download: {
    label: "download",
    view: "sim_usage_daily",
    member: "sim_usage_daily.download_volume",
    agg: "sum",
    kind: "bytes",
    raw: { member: "sim_usage.volume", where: download },
    say: "pulled down | pull down | pulls down | pulling down | fetched down | download [volume] | downloads | downloaded [data] | downloading | downlink [traffic] | downstream [traffic] | download traffic | download usage | data downloaded | download data | dl",
  },
  records: {
    label: "usage records",
    view: "sim_usage_daily",
    member: "sim_usage_daily.event_count",
    agg: "sum",
    kind: "number",
    say: "usage record | usage event | data record",
  },
  age: {
    label: "age since activation",
    view: "sims",
    member: "sims.age_days",
    agg: "avg",
    kind: "day",
    say: "age | how old | how old are | how old is | sim age | age in days | time since activation | days since activation | days in service | time in service | days since they were activated | days since it was activated",
  },
  unseen_time: {
    label: "time since last seen",
    view: "sims",
    member: "sims.hours_since_seen",
    agg: "avg",
    kind: "hour",
    say: "time since last seen | time since last contact | hours since last seen | hours since last contact | time since it was last seen | time since they were last seen",
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
    say: `upper 95 [%] bound | upper 95 [percent] bound | upper 95 [%] limit | 95 % upper bound | 95 percent upper bound | upper bound | upper limit | 95 % bound | ${boundOf("upper", 95)}`,
  },
  upper_80: {
    label: "upper 80 % bound",
    view: "forecasts",
    member: "forecasts.upper_80",
    agg: "sum",
    kind: "bytes",
    say: `upper 80 [%] bound | upper 80 [percent] bound | upper 80 [%] limit | 80 % upper bound | 80 percent upper bound | ${boundOf("upper", 80)}`,
  },
  lower_80: {
    label: "lower 80 % bound",
    view: "forecasts",
    member: "forecasts.lower_80",
    agg: "sum",
    kind: "bytes",
    say: `lower 80 [%] bound | lower 80 [percent] bound | lower 80 [%] limit | 80 % lower bound | 80 percent lower bound | ${boundOf("lower", 80)}`,
  },
  lower_95: {
    label: "lower 95 % bound",
    view: "forecasts",
    member: "forecasts.lower_95",
    agg: "min",
    kind: "bytes",
    say: `lower 95 [%] bound | lower 95 [percent] bound | lower 95 [%] limit | 95 % lower bound | lower bound | lower limit | ${boundOf("lower", 95)}`,
  },
  confidence: {
    label: "confidence of the category",
    view: "support_tickets",
    member: "support_tickets.confidence_score",
    agg: "avg",
    kind: "fraction",
    say: "confidence [score] | classifier confidence | confidence of the classifier | confidence of classifier | confidence of the classification | confidence of the category | certainty | classification confidence | categorisation confidence | classifier confidence | confidence of the classifier | sure about | certain about | confident about | auto sorter | auto classifier | classifier | categoriser | categorizer | automatic classification | auto classification | automatic categorisation | auto categorisation | automatic sorting",
  },
  ticket_resolve_time: {
    label: "time to resolve",
    view: "support_tickets",
    member: "support_tickets.hours_to_resolve",
    agg: "avg",
    kind: "hour",
    say: `${between("opening,creation,creating,being opened,open,ticket creation", "closing,resolution,resolving,being closed,being resolved,closure,close,solution")} | time to solve [a] [ticket] | resolution | to resolution | hours to close | hours to solve | days to close | hours to resolution | hours to resolve | days to resolve | days to resolution | hours until resolved | resolving time | time to fix | time to close | turnaround | turnaround time | time from open to close | time from creation to resolution | resolution time | time to resolution | time to resolve [tickets] | mttr | time to close [tickets] | handling time | ticket resolution time | take to resolve [a] [ticket] | take us to resolve [a] [ticket] | take to close [a] [ticket] | take us to close [a] [ticket] | take to solve [a] [ticket] | take us to solve [a] [ticket] | takes to resolve | time until resolved | solving time`,
  },
  ticket_age: {
    label: "age of a ticket",
    view: "support_tickets",
    member: "support_tickets.age_days",
    agg: "avg",
    kind: "day",
    say: "ticket age | age of tickets | age of the tickets",
  },
  topped_up: {
    label: "data topped up",
    view: "audit_logs",
    member: "audit_logs.top_up_bytes",
    agg: "sum",
    kind: "bytes",
    say: "topped up data | topped up volume | top up volume | volume of the top ups | size of the top ups | data topped up | volume topped up",
  },
  delivery_time: {
    label: "time to deliver",
    view: "sms_messages",
    member: "sms_messages.minutes_to_deliver",
    agg: "avg",
    kind: "minute",
    say: `delay between sent and delivered | time between sent and delivered | delay between sending and delivery | time between sending and delivery | delay from sending to delivery | delivery delay | ${between("sent,sending,send,being sent,sending them,submission", "delivered,delivery,being delivered,delivering,receipt,arrival,getting delivered")} | delivery take | delivery takes | delivery took | sms delivery take | take for delivery | takes for delivery | took to be delivered | took to deliver | delivery time | latency | sms latency | delivery latency | delivery delay | time from sent to delivered | from sent to delivered | from sending to delivery | time between sent and delivered | seconds to deliver | minutes to deliver | transit time | delay | time to deliver | sms delivery time | time until delivery | take to deliver | take to be delivered | takes to deliver | take for sms to be delivered`,
  },
  delivery_rate: {
    label: "delivery rate",
    view: "sms_messages",
    member: "sms_messages.id",
    agg: "avg",
    kind: "percent",
    where: toDevice,
    measure: { op: "percent", a: { agg: "count", where: delivered }, b: { agg: "count" } },
    say: "success % | success percentage | success percent | success pct | delivery % | delivery percentage | delivered % | delivered percentage | success share | delivery rate | delivered rate | rate of delivery | success rate | delivery success | sms delivery rate | delivery ratio | delivery success rate | sms success rate | message delivery rate | delivered share",
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
  ...SIGNAL_METRICS,
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;

export function metricOf(name: MetricName): Metric {
  return METRICS[name];
}
