import type { View } from "#query/query.ts";
import { memberOf, partsOf } from "../parse/compose.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import type { Reading } from "../read.ts";

/** Questions about rows of a view. `{SIMs}` is the device word that was used, `{of}` the name that was. */
const ABOUT: Readonly<Record<View, readonly string[]>> = {
  sims: [
    "How many {SIMs}{of} are there by status?",
    "Which {SIMs}{of} have not been seen for more than 3 days?",
    "Which {SIMs}{of} used the most data last week?",
  ],
  sim_usage: ["Data usage of {SIMs}{of} per hour yesterday"],
  sim_usage_daily: [
    "Data usage of {SIMs}{of} per day in the last 14 days",
    "Which {SIMs}{of} used the most data last week?",
  ],
  sim_quota: [
    "Which {SIMs}{of} have used more than 90% of their data quota?",
    "Which {SIMs}{of} have less than 10% of their data quota left?",
  ],
  rate_plans: ["List the rate plans by monthly price", "Number of {SIMs}{of} per rate plan"],
  sms_messages: [
    "SMS to {SIMs}{of} by status in the last 7 days",
    "Failed SMS to {SIMs}{of} in the last 7 days",
  ],
  connection_events: [
    "Connection events of {SIMs}{of} by type in the last 7 days",
    "Rejects of {SIMs}{of} by cause in the last 7 days",
  ],
  alert_rules: ["Alerts per rule in the last 30 days", "Which alert rules are disabled?"],
  alerts: ["Open alerts of {SIMs}{of} by severity", "Unacknowledged alerts of {SIMs}{of}"],
  support_tickets: ["Open tickets{of} per team", "Open tickets{of}, oldest first"],
  forecasts: ["Predicted data of {SIMs}{of} in the next 7 days"],
  quota_outlook: ["Which {SIMs}{of} will run out of data in the next 14 days?"],
  anomalies: ["Anomalies of {SIMs}{of} in the last 7 days by kind", "Open anomalies of {SIMs}{of}"],
  churn_risk: ["Which {SIMs}{of} are at high risk of churn?"],
  quota_recommendations: ["Number of quota recommendations for {SIMs}{of} by type"],
  audit_logs: ["Audit log entries of the last 7 days, newest first"],
};
const OF_ONE_SIM = [
  "Status and last contact of {sim}",
  "Data usage of {sim} per day in the last 14 days",
  "How much of its data quota has {sim} used?",
  "Open alerts of {sim}",
];
const PREPOSITIONS: Readonly<Record<string, string>> = {
  customer: "of",
  country: "in",
  operator: "on",
  rat: "on",
  rate_plan: "on",
  tag: "tagged",
};

/** Whole questions about what the question named, for a person whose question was not understood. */
export function nearby(reading: Reading): string[] {
  const { items } = reading;
  const sim = simIn(items);
  if (sim) return OF_ONE_SIM.map((text) => text.replace("{sim}", sim.cond.said));
  const { device, of } = named(reading);
  const views = viewsOf(items);
  if (views.length === 0 && !device && !of) return [];
  const texts = [...views, "sims" as const, "sim_usage_daily" as const].flatMap(
    (view) => ABOUT[view],
  );
  return [...new Set(texts)].map((text) =>
    text.replace("{SIMs}", device || "SIMs").replace("{of}", of),
  );
}

/**
 * Questions in which `{those}` are the SIMs that were named, or all, and `{when}` is the time that was. "SIMs" at
 * the beginning of any other one are those that were named, too.
 */
export function about(texts: readonly string[], reading: Reading): string[] {
  const { device, of } = named(reading);
  const sim = simIn(reading.items);
  const those = sim ? sim.cond.said : `${device || "SIMs"}${of}`;
  const when = whenOf(reading.items);
  const first = /^(Which|How many|List all|List the|Top 10)((?: active)?) SIMs\b/;
  return texts.map((text) =>
    (sim ? text : text.replace(first, `$1$2 ${those}`))
      .replaceAll("{those}", those)
      .replaceAll("{when}", when),
  );
}

function simIn(items: readonly Item[]): ItemOf<"value"> | undefined {
  return items.find(
    (item): item is Item & ItemOf<"value"> =>
      item.cat === "value" && item.dim === "sim" && !item.cond.negated,
  );
}

/** The kind of device that was named, and whose or where they are. */
function named({ items, raws }: Reading): { readonly device: string; readonly of: string } {
  const said = ({ start, end }: Item) => raws.slice(start, end).join(" ");
  const device = items.find((item) => item.cat === "noun" && isDevice(item));
  const name = items.find(
    (item) =>
      item.cat === "value" && item.dim && PREPOSITIONS[item.dim] && item.cond.negated !== true,
  );
  return {
    device: device ? said(device) : "",
    of: name?.cat === "value" ? ` ${prepositionOf(name)} ${said(name)}` : "",
  };
}

/** " last week", " in September 2026": the one time that was named, as it is asked for. */
function whenOf(items: readonly Item[]): string {
  const times = items.flatMap(partsOf).flatMap((item) => {
    if (item.cat === "time") return [item.time];
    return item.cat === "cond" && item.cond.k === "time" ? [item.cond.time] : [];
  });
  const [time, ...others] = times;
  if (!time || others.length > 0 || !("label" in time)) return "";
  const { label } = time;
  if (/^the (?:last|next)/.test(label)) return ` in ${label}`;
  if (/^\d{1,2} \w+ \d{4}$/.test(label)) return ` on ${label}`;
  return /^[A-Z]\w+ \d{4}$|^Q\d/.test(label) ? ` in ${label}` : ` ${label}`;
}

/** A list that somebody brought along is written like a tag in quotes, and its SIMs are "of" it. */
function prepositionOf({ dim, cond }: ItemOf<"value">): string {
  const isOnList = cond.options.some(({ filter }) => memberOf(filter) === "sims.lists");
  return isOnList ? "of" : (PREPOSITIONS[dim ?? ""] ?? "");
}

function viewsOf(items: readonly Item[]): View[] {
  const parts = items.flatMap(partsOf);
  const views = parts.flatMap((part) =>
    part.cat === "noun" && !part.weak && part.view !== "sims" ? [part.view] : [],
  );
  return [...new Set(views)];
}

/** "bike locks": SIMs of one kind. */
function isDevice(item: Item): boolean {
  return item.cat === "noun" && item.view === "sims" && !item.weak && item.conds.length > 0;
}
