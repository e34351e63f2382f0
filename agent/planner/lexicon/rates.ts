import type { Filter, Member } from "#query/query.ts";
import type { Metric } from "./metrics.ts";

const oneOf = (member: Member, values: string[]): Filter => ({ member, op: "in", values });
const is = (member: Member, value: string | boolean): Filter => ({ member, op: "eq", value });
const count = (where: Filter) => ({ agg: "count", where }) as const;

const tries = oneOf("connection_events.type", ["attach", "reject"]);
const judged = oneOf("anomalies.status", ["confirmed", "dismissed"]);

/** Rates of events: parts of all rows that could have ended that way. */
export const EVENT_RATES = {
  reject_rate: {
    label: "reject rate",
    view: "connection_events",
    member: "connection_events.id",
    agg: "avg",
    kind: "percent",
    where: tries,
    measure: {
      op: "percent",
      a: count(is("connection_events.type", "reject")),
      b: count(tries),
    },
    say: "reject rate | rejection rate | rejects rate | rate of rejects | rate of rejections | reject ratio | rejection ratio | reject percentage | rejection percentage | attach failure rate | registration failure rate | attach reject rate | refusal rate | denial rate | network reject rate | failed attach rate",
  },
  attach_success_rate: {
    label: "attach success rate",
    view: "connection_events",
    member: "connection_events.id",
    agg: "avg",
    kind: "percent",
    where: tries,
    measure: {
      op: "percent",
      a: count(is("connection_events.type", "attach")),
      b: count(tries),
    },
    say: "attach success rate | registration success rate | success rate of attaches | attach success | network success rate",
  },
  false_positive_rate: {
    label: "false positive rate",
    view: "anomalies",
    member: "anomalies.id",
    agg: "avg",
    kind: "percent",
    where: judged,
    measure: { op: "percent", a: count(is("anomalies.status", "dismissed")), b: count(judged) },
    say: "false positive rate | false alarm rate | false positives rate | rate of false positives | rate of false alarms | share of false positives | share of false alarms | percentage of false positives | percentage of false alarms | false positive share | false positive ratio | fp rate | false discovery rate",
  },
  precision: {
    label: "precision",
    view: "anomalies",
    member: "anomalies.id",
    agg: "avg",
    kind: "percent",
    where: judged,
    measure: { op: "percent", a: count(is("anomalies.status", "confirmed")), b: count(judged) },
    say: "precision | precise | true positive rate | hit rate | confirmation rate | accuracy | accurate | true positives rate",
  },
  acknowledged_rate: {
    label: "acknowledgement rate",
    view: "alerts",
    member: "alerts.id",
    agg: "avg",
    kind: "percent",
    measure: { op: "percent", a: count(is("alerts.acknowledged", true)), b: { agg: "count" } },
    say: "acknowledgement rate | acknowledgment rate | ack rate | acknowledged rate | rate of acknowledgement",
  },
} as const satisfies Record<string, Metric>;
