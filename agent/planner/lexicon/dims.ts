import type { Member } from "#query/query.ts";

export interface Dimension {
  readonly label: string;
  readonly plural: string;
  /** Where the dimension lives; the view at hand comes first, `sims` when it has none. */
  readonly members: readonly Member[];
  readonly say: string;
}

/** What rows can be grouped by, asked for, or restricted to. */
export const DIMS = {
  customer: {
    label: "customer",
    plural: "customers",
    members: ["support_tickets.customer", "sims.customer"],
    say: "holder | former holder | last holder | account holder | customer | account | client | end customer | customer name | company | end client | account name | tenant | firm | business customer | corporate client | customer account | clientele | client base | customer base | client name | end customer name | who owns it | who owns this | who owns that | who owns this one | who owns that one | whose it is | whose is it | who it belongs to | who does it belong to",
  },
  operator: {
    label: "operator",
    plural: "operators",
    members: ["connection_events.operator", "sim_usage.operator", "sims.operator"],
    say: "operator last seen on | network last seen on | operator they were last seen on | network they were last seen on | operator it was last seen on | last seen operator | last seen network | last operator | last network | last known operator | last known network | latest operator | operator | network | carrier | provider | mobile operator | mobile network | mno | network operator | visited network | vplmn | plmn | visited plmn | what net | which net | roaming partner | mobile carrier | telco | operator name | network name | mobile provider | network provider | partner network | serving network | host network | host operator | roaming network | visited operator | connectivity provider | cell provider | cell network | cellular network | phone company | mobile phone company | mobile company | mobile network operator | cell carrier | wireless carrier | wireless provider | telecom provider | telecom operator | telecoms operator",
  },
  country: {
    label: "country",
    plural: "countries",
    members: ["connection_events.country", "sim_usage.country", "sims.country"],
    say: "country last seen | country last seen in | country where last seen | country they were last seen in | country it was last seen in | last seen country | last country | last known country | latest country | country | countries | market | nation | geography | territory | visited country | roaming country | host country | nationality",
  },
  rat: {
    label: "radio technology",
    plural: "radio technologies",
    members: ["sims.rat"],
    say: "rat | radio technology | radio | technology | access technology | radio access technology | network type | network technology | radio type | bearer | network generation | rat type | generation | mobile generation | connectivity type | radio standard | mobile standard | cellular standard | standard | cellular technology | radio access | kind of radio | type of radio | radio kind | kind of network | type of network | radio tech | network tech | access tech | mobile technology | network standard | cellular generation | radio network type | wireless technology | wireless standard | kind of connectivity | type of connectivity",
  },
  rate_plan: {
    label: "rate plan",
    plural: "rate plans",
    members: ["sims.rate_plan", "rate_plans.name"],
    say: "rate plan | plan | tariff | data plan | subscription | price plan | tariff plan | subscription plan | pricing plan | rate | package name | contract plan | service plan | plan name | tariff name | rateplan | pricing tier | plan tier | charging plan | charging scheme | airtime plan | mobile plan | iot plan | commercial plan | billing plan | price scheme | price model | pricing model",
  },
  tag: {
    label: "tag",
    plural: "tags",
    members: ["sims.tags"],
    say: "tag | tags | device type | label tag",
  },
  status: {
    label: "status",
    plural: "statuses",
    members: ["support_tickets.status", "sms_messages.status", "anomalies.status", "sims.status"],
    say: "status | state | statuses | sim status | lifecycle state | different status | current status | different state | actual status | actual state | present status | present state | present condition | condition | operational state | operational status | lifecycle status | life cycle state | life cycle status | lifecycle stage | current state",
  },
  severity: {
    label: "severity",
    plural: "severities",
    members: [
      "alerts.severity",
      "connection_events.severity",
      "anomalies.severity",
      "alert_rules.severity",
    ],
    say: "severity | severities | severity level | criticality | seriousness | gravity | alert level | severity class | severity grade | degree of severity",
  },
  priority: {
    label: "priority",
    plural: "priorities",
    members: ["support_tickets.priority"],
    say: "priority | prio | priorities | urgency | ticket priority | importance | urgency level | priority level",
  },
  category: {
    label: "category",
    plural: "categories",
    members: ["support_tickets.category"],
    say: "category | categories | ticket category | topic | ticket type | type of ticket | ticket topic | subject area | kind of ticket | kind of issue | issue type | type of issue | case type | type of case | theme | problem type | type of problem | kind of problem | kind of request | type of request | request type | sort of ticket | ticket kind",
  },
  team: {
    label: "team",
    plural: "teams",
    members: ["support_tickets.assigned_team"],
    say: "team | assigned team | support team | queue | department | squad | resolver group | support group | assigned group | assigned queue | support queue | ticket queue",
  },
  rule: {
    label: "rule",
    plural: "rules",
    members: ["alert_rules.name"],
    say: "rule name | alert rule name",
  },
  event_type: {
    label: "type",
    plural: "types",
    members: ["connection_events.type", "quota_recommendations.type", "sim_quota.type"],
    say: "type | event type | type of event | kind of event | recommendation type | quota type | types",
  },
  kind: {
    label: "kind",
    plural: "kinds",
    members: [
      "anomalies.kind",
      "connection_events.type",
      "quota_recommendations.type",
      "audit_logs.action",
    ],
    say: "kind | kinds | anomaly kind | anomaly type | kind of anomaly | type of anomaly",
  },
  cause: {
    label: "cause",
    plural: "causes",
    members: ["connection_events.cause", "anomalies.reason", "quota_recommendations.reason"],
    say: "cause | cause code | reason | causes | cause text | cause of | causes of | cause for | causes for",
  },
  direction: {
    label: "direction",
    plural: "directions",
    members: ["sms_messages.direction", "sim_usage.direction"],
    say: "direction",
  },
  channel: {
    label: "channel",
    plural: "channels",
    members: ["audit_logs.channel", "alert_rules.notification_channels"],
    say: "channel | interface | notification channel",
  },
  actor: {
    label: "person",
    plural: "people",
    members: ["audit_logs.actor", "alerts.acknowledged_by", "anomalies.assigned_to"],
    say: "actor | person | user | people | persons | who did it | colleague | team member | member | author | staff member | member of staff | admin | administrator | user name | username | login name | individual person | coworker | co worker | workmate | person or key | person / key | people and keys | people or keys | person or api key | user or key | human or key | key or person | person or system | human or machine | people and machines | teammate | whoever did it",
  },
  action: {
    label: "action",
    plural: "actions",
    members: ["audit_logs.action"],
    say: "action type | type of change | kind of change | sort of change | type of action | kind of action | sort of action | type of entry | kind of entry | sort of entry | verb",
  },
  resource: {
    label: "resource",
    plural: "resources",
    members: ["audit_logs.resource_id"],
    say: "resource | resource id | affected resource | target resource | changed resource | object id",
  },
  forecast_model: {
    label: "forecast model",
    plural: "forecast models",
    members: ["forecasts.model"],
    say: "forecasting model | forecast model | prediction model | forecasting method | forecast method | forecasting algorithm | forecast algorithm | model of the forecast | model behind the forecast",
  },
  risk_level: {
    label: "churn risk",
    plural: "churn risks",
    members: ["churn_risk.risk_level"],
    say: "risk level | churn risk level | churn level | churn risk class | risk class | risk band | churn band | churn class | churn category | churn risk band | churn risk category | risk category | risk group | churn group | churn tier | risk tier | level of churn risk | level of risk",
  },
  factor: {
    label: "churn factor",
    plural: "churn factors",
    members: ["churn_risk.factors"],
    say: "factor | top factor | churn factor | churn reason | reason for churn | reason for churning | risk factor | churn driver | driver of churn | driver of risk | risk driver | trigger of churn | main reason | contributing factor | main factor | churn cause | one of the reasons | one of the factors | one of its factors | one of its reasons",
  },
  recommendation: {
    label: "recommendation",
    plural: "recommendations",
    members: ["quota_recommendations.type"],
    say: "recommendation kind | kind of recommendation | advice type | type of recommendation | type of advice | kind of advice | recommended action | suggested action",
  },
  sim: {
    label: "SIM",
    plural: "SIMs",
    members: [
      "alerts.iccid",
      "connection_events.iccid",
      "anomalies.iccid",
      "sms_messages.iccid",
      "support_tickets.iccid",
      "forecasts.iccid",
      "sim_usage_daily.iccid",
      "sim_usage.iccid",
      "sim_quota.iccid",
      "sims.iccid",
    ],
    say: "iccid | iccids | sim number of | card number of | chip number of | card number | sim number | sim id | card id | chip number",
  },
  imei: { label: "IMEI", plural: "IMEIs", members: ["sims.imei"], say: "imei | imeis" },
  imsi: { label: "IMSI", plural: "IMSIs", members: ["sims.imsi"], say: "imsi | imsis" },
  msisdn: {
    label: "MSISDN",
    plural: "MSISDNs",
    members: ["sims.msisdn"],
    say: "msisdn | phone number of | phone number | msisdns | number of the card | telephone number | mobile number | dial number | phone no | call number | tel number | tel | mobile no | cell number | cellphone number | subscriber number | directory number | handset number | dialling number | dialing number | sim phone number",
  },
  ip_address: {
    label: "IP address",
    plural: "IP addresses",
    members: ["audit_logs.ip_address", "sims.ip_address"],
    say: "ip [address] | ip addresses | ips | address | network address",
  },
  label: {
    label: "device name",
    plural: "device names",
    members: ["sims.label"],
    say: "label | labels | device name | device names | name of the device | name of device | name of the devices | device label | device id | name | names | nickname | friendly name | display name | alias | asset name | sim name | unit name | given name",
  },
  day: {
    label: "day",
    plural: "days",
    members: ["connection_events.day", "alerts.day", "anomalies.day", "sim_usage_daily.day"],
    say: "",
  },
  before: {
    label: "value before",
    plural: "values before",
    members: ["audit_logs.before"],
    say: "before | old label | old name | old value | old status | old plan | previous label | previous name | previous value | former name | label before",
  },
  after: {
    label: "value after",
    plural: "values after",
    members: ["audit_logs.after"],
    say: "after | new label | new name | new value | label after",
  },
  subject: {
    label: "subject",
    plural: "subjects",
    members: ["support_tickets.subject"],
    say: "subject | subject line | title | headline | subjects",
  },
  description: {
    label: "description",
    plural: "descriptions",
    members: ["support_tickets.description"],
    say: "description | descriptions | ticket text | what they wrote | what did they write | actually write | actually wrote | they actually wrote | they actually write | did they say | they said | do they say | does it say | what it says | what the customer wrote | did they write | they wrote | wrote | actual text | full text | wording",
  },
  ticket: {
    label: "ticket number",
    plural: "ticket numbers",
    members: ["support_tickets.id"],
    say: "ticket number of | ticket number | ticket no | ticket id | ticket nr | ticket numbers | ticket ids | case number",
  },
  body: {
    label: "text",
    plural: "texts",
    members: ["sms_messages.body"],
    say: "body | message text | sms text | content | contents | message body",
  },
  acknowledged_by: {
    label: "acknowledger",
    plural: "acknowledgers",
    members: ["alerts.acknowledged_by"],
    say: "acknowledger | acker",
  },
  id: {
    label: "id",
    plural: "ids",
    members: [
      "alerts.id",
      "anomalies.id",
      "support_tickets.id",
      "sms_messages.id",
      "alert_rules.id",
      "connection_events.id",
      "audit_logs.id",
    ],
    say: "id | ids | alert id | alert ids | ticket id | anomaly id | event id | rule id | identifier | alert number | ticket number",
  },
  assignee: {
    label: "assignee",
    plural: "assignees",
    members: ["anomalies.assigned_to", "support_tickets.assigned_team"],
    say: "assignee | assigned person | owner | responsible person | analyst | who it is assigned to | who they are assigned to | who is assigned",
  },
  cohort: {
    label: "cohort",
    plural: "cohorts",
    members: ["anomalies.cohort"],
    say: "cohort",
  },
  enabled: {
    label: "enabled",
    plural: "enabled",
    members: ["alert_rules.enabled"],
    say: "enabled or disabled | on or off | enabled or not",
  },
} as const satisfies Record<string, Dimension>;

export function dimension(name: string): Dimension {
  const found = (DIMS as Record<string, Dimension>)[name];
  if (!found) throw new Error(`There is no dimension ${name}.`);
  return found;
}
