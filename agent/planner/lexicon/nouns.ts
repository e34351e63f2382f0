import type { Filter, Member, View } from "#query/query.ts";
import { ADVICE_NOUNS } from "./advice-nouns.ts";
import { EVENT_NOUNS } from "./event-nouns.ts";
import { LOG_NOUNS } from "./log-nouns.ts";
import type { MetricName } from "./metrics.ts";
import { WIDER_NOUNS } from "./wider-nouns.ts";

export interface Noun {
  readonly view: View;
  readonly say: string;
  readonly where?: Filter;
  readonly weak?: boolean;
  readonly metric?: MetricName;
}

const is = (member: Member, value: string): Filter => ({ member, op: "eq", value });
const category = (value: string) => is("support_tickets.category", value);

/** Things that rows are; some name a part of their view's rows. */
export const NOUNS: readonly Noun[] = [
  {
    view: "sims",
    say: "sim | sim card | card | line | mobile line | device | unit | iot sim | asset | thing | endpoint | connected device | esim | subscriber | equipment | devices in the field",
  },
  {
    view: "sims",
    weak: true,
    say: "fleet | whole fleet | entire fleet | total fleet | fleet size | size of the fleet | installed base | who | anyone | anybody | somebody | everything | all of them | which ones | which one | ones | which one of them | which one of these | which one of those | one of them | one of those | one of these",
  },
  { view: "alerts", say: "alert | alarm | warning raised | incident | notification" },
  {
    view: "alert_rules",
    say: "alert rule | rule | alerting rule | alarm rule | trigger rule | monitoring rule",
  },
  {
    view: "support_tickets",
    say: "ticket | tix | ticket intake | intake of tickets | intake | ticket inflow | inflow of tickets | tickets raised | service request | helpdesk ticket | help desk ticket | trouble ticket | tkt | tkts | support ticket | support case | case | support request | customer request | issue | request",
  },
  {
    view: "support_tickets",
    where: { member: "support_tickets.status", op: "ne", value: "resolved" },
    say: "backlog | ticket backlog | support backlog | backlog of tickets | tickets in the backlog | unfinished ticket",
  },
  {
    view: "support_tickets",
    where: category("complaint"),
    say: "complaint | complained | complains | complain | complaining | grievance",
  },
  {
    view: "support_tickets",
    where: category("billing_question"),
    say: "billing question | billing ticket | billing issue | billing enquiry | billing problem | billing complaint | billing dispute | billing request | billing query | invoice question | invoice query | billing inquiry | billing case",
  },
  {
    view: "support_tickets",
    where: category("connectivity_issue"),
    say: "connectivity issue | connectivity ticket | connectivity problem | connection issue | connectivity complaint | network problem ticket | network issue ticket | connection ticket | connectivity request | connection problem | connectivity case",
  },
  {
    view: "support_tickets",
    where: category("quota_exhausted"),
    say: "quota exhausted ticket | quota exhaustion ticket | quota ticket | out of data ticket",
  },
  {
    view: "support_tickets",
    where: category("activation_problem"),
    say: "activation problem | activation issue | activation ticket",
  },
  {
    view: "support_tickets",
    where: category("technical_support"),
    say: "technical support ticket | technical ticket | technical question | tech support ticket | technical issue | technical problem | technical request | technical case | tech ticket | tech issue | technical query",
  },
  {
    view: "support_tickets",
    where: category("account_management"),
    say: "account management ticket | account ticket | account management request",
  },
  {
    view: "support_tickets",
    where: category("feature_request"),
    say: "feature request | feature wish | request for a feature | enhancement request | wish list item | feature suggestion | feature idea | change wish",
  },
  {
    view: "sms_messages",
    say: "msg | msgs | text msg | sms msg | text sms | sms | sms message | message | text message | texts | short message | smses",
  },
  {
    view: "sms_messages",
    where: is("sms_messages.direction", "mt"),
    say: "command | our text | our message | our sms | our msg | our command | mt sms | mobile terminated sms | mobile terminated message | sms to device | sms to the device | message to device | mt message | downlink sms | sms sent to device | outbound sms | outgoing sms | messages we sent | texts we sent | sms we sent | messages we pushed | texts we pushed | sms we pushed | message we send | text we send | outbound message | outgoing message",
  },
  {
    view: "sms_messages",
    where: is("sms_messages.direction", "mo"),
    say: "texted | texted us | texting us | has texted | have texted | mo sms | mobile originated sms | mobile originated message | sms from device | sms from the device | message from device | mo message | uplink sms | sms sent by device | inbound sms | incoming sms | messages we received | sms we received | sent us an sms | sent us a message | sent us sms | sent us a text | sent an sms | sent a message | sent a text | sent any sms | sent any message | sms received | inbound message | incoming message",
  },
  ...EVENT_NOUNS,
  {
    view: "anomalies",
    say: "anomaly | anomalous behaviour | anomalous behavior | outlier | unusual behaviour | unusual behavior | abnormality | anomaly detection | anomalous | irregularity | unusual activity",
  },
  {
    view: "anomalies",
    where: is("anomalies.kind", "spike"),
    say: "spike | usage spike | spike anomaly | data spike | traffic spike | spiked",
  },
  {
    view: "anomalies",
    where: is("anomalies.kind", "drop"),
    say: "usage drop | drop anomaly | traffic drop | data drop | sudden drop",
  },
  {
    view: "anomalies",
    where: is("anomalies.kind", "silence"),
    say: "silence | silence anomaly | go silent | went silent | gone silent | fell silent | fallen silent | going silent | silent anomaly | goes silent | turned silent",
  },
  {
    view: "anomalies",
    where: is("anomalies.kind", "pattern"),
    say: "pattern anomaly | pattern change | changed pattern | usage pattern change",
  },
  {
    view: "anomalies",
    where: is("anomalies.kind", "roaming"),
    say: "roaming anomaly | unusual roaming | unexpected roaming",
  },
  { view: "anomalies", where: is("anomalies.kind", "imei"), say: "imei anomaly" },
  { view: "anomalies", where: is("anomalies.kind", "cohort"), say: "cohort anomaly" },
  { view: "forecasts", say: "forecast row | forecasts | prediction row" },
  ...ADVICE_NOUNS,
  { view: "churn_risk", say: "churn risk row | churn prediction" },
  { view: "sim_quota", say: "sim quota | quotas | quota row" },
  { view: "quota_outlook", say: "quota outlook" },
  { view: "sim_usage", say: "raw usage record | usage row" },
  ...LOG_NOUNS,
  ...WIDER_NOUNS,
];
