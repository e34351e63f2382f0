/** A word that is exchanged for another, and all that this may change in the query. */
export interface Swap {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly string[];
}

/** `word = other word ; what changes`, several changes separated by a bar. */
const LINES = `
Italy = Spain ; value: IT → ES
Austria = Italy ; value: AT → IT
MediFridge = TankWatch ; value: MediFridge → TankWatch
Alpine Lifts = Urban Parking ; value: Alpine Lifts → Urban Parking
TankWatch = MediFridge ; value: TankWatch → MediFridge
A1 AT = TIM IT ; value: A1 AT → TIM IT
Basic 50 = Plus 500 ; value: Basic 50 → Plus 500
2G = LTE-M ; value: 2G → LTE-M
vaccine fridges = ski lift gateways ; value: fridge → gateway
active = suspended ; value: active → suspended
suspended = active ; value: suspended → active
critical = low ; value: critical → low
high severity = medium severity ; value: high → medium
failed SMS = expired SMS ; value: failed → expired
high priority = low priority ; value: high → low
pending = resolved ; value: pending → resolved
open tickets = pending tickets ; value: open → pending
disabled = enabled ; value: false → true
above = below ; op: gt → lt
below = above ; op: lt → gt
more than = less than ; op: gt → lt
more than = at least ; op: gt → gte
less than = more than ; op: lt → gt
less than = at most ; op: lt → lte
more than = no more than ; op: gt → lte
less than = no less than ; op: lt → gte
more than = exactly ; op: gt → eq
above = at or above ; op: gt → gte
above = not above ; op: gt → lte
below = not below ; op: lt → gte
under 5 = over 5 ; op: lt → gt
top = bottom ; direction: desc → asc
bottom = top ; direction: asc → desc
the most = the least ; direction: desc → asc
the most = the fewest ; direction: desc → asc
top 10 = top 3 ; limit: 10 → 3
90 % = 80 % ; factor: 0.9 → 0.8
1 GB = 2 GB ; value: 1073741824 → 2147483648
1 GB = 1 MB ; value: 1073741824 → 1048576
more than 5 = more than 6 ; value: 5 → 6
last 24 hours = last 48 hours ; to: 2026-10-20T09:30:00.000Z → 2026-10-19T09:30:00.000Z
yesterday = on 3 October ; from: 2026-10-20 → 2026-10-03 | to: 2026-10-21 → 2026-10-04
last week = this week ; from: 2026-10-12 → 2026-10-19 | to: 2026-10-19 → 2026-10-22
last month = last week ; from: 2026-09-01 → 2026-10-12 | to: 2026-10-01 → 2026-10-19
upload = download ; of: sim_usage_daily.upload_volume → sim_usage_daily.download_volume
per day = per week ; grain: day → week
average data = total data ; agg: avg → sum
median = average ; agg: median → avg
spikes = usage drops ; value: spike → drop
per severity = per rule ; member: alerts.severity → alert_rules.name
per team = per priority ; member: support_tickets.assigned_team → support_tickets.priority
per category = per team ; member: support_tickets.category → support_tickets.assigned_team
per channel = per actor ; member: audit_logs.channel → audit_logs.actor
per operator = per country ; member: connection_events.operator → connection_events.country
per country = per rate plan ; member: sims.country → sims.rate_plan
number of SIMs per customer = number of SIMs per operator ; member: sims.customer → sims.operator
`;

export const SWAPS: readonly Swap[] = LINES.trim()
  .split("\n")
  .map((line) => {
    const [words = "", changes = ""] = line.split(" ; ");
    const [from = "", to = ""] = words.split(" = ");
    return { from, to, changes: changes.split(" | ") };
  });

/** What a negation does to the query: it exchanges leaves, or puts the whole condition into a `not`. */
export const NEGATIONS: readonly (readonly [question: string, negated: string, how: string])[] = [
  ["SIMs in Italy", "SIMs not in Italy", "op: eq → ne"],
  ["SIMs of MediFridge", "SIMs not of MediFridge", "op: eq → ne"],
  ["active SIMs", "SIMs that are not active", "op: eq → ne"],
  ["active SIMs", "SIMs that aren't active", "op: eq → ne"],
  ["SIMs on the rate plan Basic 50", "SIMs not on the rate plan Basic 50", "op: eq → ne"],
  ["SIMs on A1 AT", "SIMs other than on A1 AT", "op: eq → ne"],
  ["tickets of TankWatch", "tickets except TankWatch", "op: eq → ne"],
  ["acknowledged alerts", "alerts that are not acknowledged", "value: true → false"],
  ["SIMs with any usage yesterday", "SIMs without any usage yesterday", "not"],
  ["SIMs with usage last week", "SIMs that had no usage last week", "not"],
  ["SIMs with open alerts", "SIMs without open alerts", "not"],
  ["SIMs with open alerts", "SIMs that have no open alerts", "not"],
  ["SIMs with rejects last week", "SIMs without rejects last week", "not"],
  ["SIMs with the tag beta", "SIMs without the tag beta", "not"],
  ["SIMs in Italy", "SIMs outside Italy", "op: eq → ne"],
  ["SIMs in Italy", "SIMs excluding Italy", "op: eq → ne"],
  ["how many SIMs are in Italy", "how many SIMs aren't in Italy", "op: eq → ne"],
  ["open tickets of TankWatch", "open tickets except those of TankWatch", "op: eq → ne"],
  ["which SIMs use 2G", "which SIMs do not use 2G", "op: eq → ne"],
  ["SIMs with data left", "SIMs with no data left", "op: gt → lte"],
  ["enabled alert rules", "alert rules that are not enabled", "value: true → false"],
  ["resolved alerts", "alerts that are not resolved", "op: is_not_null → is_null"],
  ["SIMs that sent an SMS yesterday", "SIMs that did not send an SMS yesterday", "not"],
  ["SIMs with a customer", "SIMs without a customer", "op: is_not_null → is_null"],
];

/** A question after another one that says only what is exchanged in it. */
export const FOLLOW_UPS: readonly (readonly [from: string, to: string, said: string])[] = [
  ["Italy", "Spain", "and in Spain?"],
  ["Italy", "Spain", "what about Spain?"],
  ["Italy", "Spain", "same for Spain please"],
  ["Austria", "Italy", "now Italy"],
  ["MediFridge", "TankWatch", "and TankWatch?"],
  ["MediFridge", "TankWatch", "how about TankWatch"],
  ["MediFridge", "TankWatch", "and for tankwatch"],
  ["A1 AT", "TIM IT", "and on TIM IT?"],
  ["last week", "last month", "and last month?"],
  ["last month", "last week", "what about last week?"],
  ["last month", "in August", "and in August?"],
  ["yesterday", "on 3 October", "and on 3 October?"],
  ["top 10", "top 3", "only the top 3"],
  ["top 10", "bottom 10", "bottom 10 instead"],
  ["upload", "download", "and download?"],
  ["per day", "per week", "weekly instead"],
  ["per customer", "per operator", "per operator instead"],
  ["critical", "low", "only the low ones"],
];
