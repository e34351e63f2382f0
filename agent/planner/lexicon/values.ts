import type { Filter, Member } from "#query/query.ts";
import { ASSIGNED_VALUES } from "./assigned.ts";
import { DESK_VALUES } from "./desk-values.ts";
import { SIM_STATES } from "./sim-states.ts";
import { WIDER_VALUES } from "./wider-values.ts";

/** A value of an enumerated member, and how people say it. `dim` lets "high priority" choose among several. */
export interface ValueWord {
  readonly say: string;
  readonly dim: string;
  readonly filters: readonly Filter[];
}

const is = (member: Member, value: string | boolean): Filter => ({ member, op: "eq", value });
const each = (members: readonly Member[], value: string): Filter[] =>
  members.map((member) => is(member, value));
const SEVERITY: readonly Member[] = [
  "alerts.severity",
  "anomalies.severity",
  "alert_rules.severity",
];
const EVENT_SEVERITY: Member = "connection_events.severity";

const CHURN_PHRASES =
  "churn risk | churn | risk | churn danger | churn level | risk of churn | risk of churning | risk to churn | risk of leaving | risk of leaving us | risk of cancelling | risk of cancellation | risk of losing them | danger of churn | danger of churning | danger of leaving | attrition risk | cancellation risk".split(
    " | ",
  );
const RISK_CLASSES = ["risk", "churn risk", "churn"].flatMap((risk) =>
  ["bucket", "band", "class", "group", "bracket", "segment", "zone", "tier", "corner"].map(
    (group) => `${risk} ${group}`,
  ),
);
const AT_RISK = [
  "at risk of churning",
  "at risk of churn",
  "at risk of leaving",
  "at risk of leaving us",
  "likely to churn",
  "about to churn",
  "about to leave us",
  "about to walk",
  "about to walk away",
  "about to quit",
  "about to cancel",
  "about to jump ship",
  "on the verge of leaving",
  "on the brink of leaving",
  "in danger of leaving",
  "in danger of churning",
];

export const VALUES: readonly ValueWord[] = [
  ...SIM_STATES,
  {
    dim: "status",
    say: "open | still open",
    filters: [
      is("support_tickets.status", "open"),
      { member: "alerts.resolved_at", op: "is_null" },
      is("anomalies.status", "open"),
    ],
  },
  {
    dim: "status",
    say: "pending | waiting | in progress",
    filters: [is("support_tickets.status", "pending"), is("sms_messages.status", "pending")],
  },
  {
    dim: "status",
    say: "resolved | closed | solved | fixed",
    filters: [
      is("support_tickets.status", "resolved"),
      { member: "alerts.resolved_at", op: "is_not_null" },
    ],
  },
  {
    dim: "status",
    say: "unresolved | not resolved | unsolved | not closed | yet to be resolved | not fixed",
    filters: [
      { member: "support_tickets.status", op: "ne", value: "resolved" },
      { member: "alerts.resolved_at", op: "is_null" },
    ],
  },
  {
    dim: "status",
    say: "delivered | arrived | got through",
    filters: [is("sms_messages.status", "delivered")],
  },
  {
    dim: "status",
    say: "not delivered to | undelivered to",
    filters: [
      {
        and: [
          is("sms_messages.direction", "mt"),
          { member: "sms_messages.status", op: "ne", value: "delivered" },
        ],
      },
    ],
  },
  {
    dim: "status",
    say: "undelivered | not delivered",
    filters: [{ member: "sms_messages.status", op: "ne", value: "delivered" }],
  },
  {
    dim: "status",
    say: "failed | fail | failing | bounced | bounces | bounce | bouncing | fails",
    filters: [is("sms_messages.status", "failed")],
  },
  { dim: "status", say: "expired | timed out", filters: [is("sms_messages.status", "expired")] },
  {
    dim: "status",
    say: "confirmed | true positive | real one",
    filters: [is("anomalies.status", "confirmed")],
  },
  {
    dim: "status",
    say: "dismissed | dismiss | false positive | false alarm | waved through | thrown out | rejected as false",
    filters: [is("anomalies.status", "dismissed")],
  },
  {
    dim: "judged",
    say: "ruled on | decided on | already decided | judged | triaged | settled | already handled | reviewed | decided | with a verdict | given a verdict",
    filters: [{ member: "anomalies.status", op: "in", values: ["confirmed", "dismissed"] }],
  },
  {
    dim: "judged",
    say: "undecided | not decided | not yet decided | not judged | untriaged | not triaged | not yet triaged | not reviewed | unreviewed | without a verdict",
    filters: [
      {
        not: { member: "anomalies.status", op: "in", values: ["confirmed", "dismissed"] },
      },
    ],
  },
  ...(["spike", "drop", "silence", "pattern", "roaming", "imei", "cohort"] as const).map(
    (kind): ValueWord => ({
      dim: "kind",
      say: `of kind ${kind} | kind ${kind} | of type ${kind} | type ${kind} | of the ${kind} kind | of the ${kind} type | of the type ${kind} | of the kind ${kind}`,
      filters: [is("anomalies.kind", kind)],
    }),
  ),
  { dim: "status", say: "snoozed | snooze | parked", filters: [is("anomalies.status", "snoozed")] },
  {
    dim: "acknowledged",
    say: "acknowledged | acked | acknowledge | been acknowledged | been acked",
    filters: [is("alerts.acknowledged", true)],
  },
  {
    dim: "acknowledged",
    say: "unacknowledged | unacked | un acked | un acknowledged | unack | not acked | not yet acked | nobody has acked [yet] | no one has acked [yet] | no one acked | nobody ever acked | nobody ever acknowledged | anybody ever acknowledging | without anybody acknowledging | without being acknowledged | without acknowledging | without anybody ever acknowledging them | without anyone ever acknowledging them | without anyone acknowledging them | without anybody acknowledging them | without an acknowledgement | without ack | without an ack | without acknowledgment | still without acknowledgement | never acknowledged | never acked | never been acknowledged | awaiting acknowledgement | waiting for acknowledgement | waiting to be acknowledged | still to be acknowledged | yet to be acknowledged | not been acknowledged | not been acked | not acknowledged | nobody has acknowledged [yet] | no one has acknowledged [yet] | nobody acknowledged | not yet acknowledged | nobody acked | without acknowledgement",
    filters: [is("alerts.acknowledged", false)],
  },
  {
    dim: "enabled",
    say: "enabled | switched on | turned on | that are on | which are on | in force | armed | activated rules",
    filters: [is("alert_rules.enabled", true)],
  },
  {
    dim: "enabled",
    say: "disabled | are off | is off | were off | switched off | turned off | not enabled | not switched on | muted | that are off | which are off | deactivated rules | not in force | not turned on",
    filters: [is("alert_rules.enabled", false)],
  },
  {
    dim: "severity",
    say: "critical | crit",
    filters: [...each(SEVERITY, "critical"), is(EVENT_SEVERITY, "critical")],
  },
  {
    dim: "severity",
    say: "warning | warnings | warning level",
    filters: [is(EVENT_SEVERITY, "warning")],
  },
  { dim: "severity", say: "info | informational", filters: [is(EVENT_SEVERITY, "info")] },
  ...(["high", "medium", "low"] as const).flatMap((level): ValueWord[] => [
    { dim: "severity", say: level, filters: each(SEVERITY, level) },
    {
      dim: "priority",
      say: `${level} | ${level} prio | ${level} priority${level === "high" ? " | urgent | high urgency | p1 | top priority" : ""}`,
      filters: [is("support_tickets.priority", level)],
    },
    {
      dim: "risk_level",
      say: [...CHURN_PHRASES, ...RISK_CLASSES]
        .map((phrase) => `${level} ${phrase}`)
        .concat(level === "high" ? AT_RISK : [])
        .join(" | "),
      filters: [is("churn_risk.risk_level", level)],
    },
  ]),
  { dim: "rat", say: "2g | gsm | gprs", filters: [is("sims.rat", "2G")] },
  { dim: "rat", say: "3g | umts", filters: [is("sims.rat", "3G")] },
  { dim: "rat", say: "lte | 4g", filters: [is("sims.rat", "LTE")] },
  { dim: "rat", say: "lte m | ltem | cat m1 | cat m", filters: [is("sims.rat", "LTE-M")] },
  {
    dim: "rat",
    say: "nb iot | nbiot | narrowband | narrowband iot",
    filters: [is("sims.rat", "NB-IoT")],
  },
  { dim: "rat", say: "5g | nr", filters: [is("sims.rat", "5G")] },
  {
    dim: "direction",
    say: "mo | mobile originated | from the device | from devices | from device",
    filters: [is("sms_messages.direction", "mo")],
  },
  {
    dim: "direction",
    say: "mt | mobile terminated | to the device | to devices | to device",
    filters: [is("sms_messages.direction", "mt")],
  },
  {
    dim: "direction",
    say: "we sent | did we issue | we issued | we have issued | we pushed | we send | sent to | pushed to | we have sent",
    filters: [is("sms_messages.direction", "mt")],
  },
  {
    dim: "direction",
    say: "received from | we received | we got | sent by | came from",
    filters: [is("sms_messages.direction", "mo")],
  },
  {
    dim: "factor",
    say: "falling usage | falling use | usage falling | declining usage | usage decline | dwindling usage | shrinking usage",
    filters: [{ member: "churn_risk.factors", op: "has", value: "falling usage" }],
  },
  { dim: "channel", say: "slack", filters: [is("audit_logs.channel", "slack")] },
  { dim: "channel", say: "mcp", filters: [is("audit_logs.channel", "mcp")] },
  {
    dim: "channel",
    say: "web | browser | web app | web interface | website",
    filters: [is("audit_logs.channel", "web")],
  },
  { dim: "channel", say: "api | rest | rest api", filters: [is("audit_logs.channel", "api")] },
  {
    dim: "channel",
    say: "system | automatic | automatically",
    filters: [is("audit_logs.channel", "system")],
  },
  {
    dim: "category",
    say: "connectivity | connectivity issues | connection issues",
    filters: [is("support_tickets.category", "connectivity_issue")],
  },
  {
    dim: "category",
    say: "billing | billing questions",
    filters: [is("support_tickets.category", "billing_question")],
  },
  {
    dim: "category",
    say: "activation | activation problems",
    filters: [is("support_tickets.category", "activation_problem")],
  },
  {
    dim: "category",
    say: "technical | technical support | tech support",
    filters: [is("support_tickets.category", "technical_support")],
  },
  {
    dim: "category",
    say: "account management",
    filters: [is("support_tickets.category", "account_management")],
  },
  {
    dim: "category",
    say: "feature requests",
    filters: [is("support_tickets.category", "feature_request")],
  },
  {
    dim: "quota_type",
    say: "data",
    filters: [is("sim_quota.type", "data"), is("quota_outlook.type", "data")],
  },
  {
    dim: "quota_type",
    say: "sms",
    filters: [is("sim_quota.type", "sms"), is("quota_outlook.type", "sms")],
  },
  {
    dim: "assigned",
    say: "without a team | without team | no team",
    filters: [{ member: "support_tickets.assigned_team", op: "is_null" }],
  },
  ...ASSIGNED_VALUES,
  {
    dim: "customer",
    say: "unassigned customer | not assigned to a customer",
    filters: [{ member: "sims.customer", op: "is_null" }],
  },
  { dim: "resource", say: "made to sims", filters: [is("audit_logs.resource_type", "sim")] },
  ...DESK_VALUES,
  ...WIDER_VALUES,
];
