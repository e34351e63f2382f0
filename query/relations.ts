import { type Joined, viewOf } from "./catalogue.ts";
import type { View } from "./query.ts";

/** One row of `from` meets at most one row of `to`. */
export interface ToOne {
  /** Prefix that members of the joined view get: its name, or an alias of it. */
  readonly to: Joined;
  /** Columns of the row it is joined to, and of the joined view. */
  readonly on: readonly (readonly [own: string, joined: string])[];
  /** A column of the joined view that is fixed by the alias. */
  readonly fixed?: readonly [column: string, value: string];
  /** Every row has its partner: an inner join loses nothing. */
  readonly always?: true;
}

const iccid = [["iccid", "iccid"]] as const;
const SIM: ToOne = { to: "sims", on: iccid, always: true };
const SIM_IF_ANY: ToOne = { to: "sims", on: iccid };
const sameSimAndType = [...iccid, ["type", "type"]] as const;
const sameSimAndDay = [...iccid, ["day", "day"]] as const;

const TO_ONE: Partial<Record<Joined, readonly ToOne[]>> = {
  sims: [
    { to: "rate_plans", on: [["rate_plan", "name"]] },
    { to: "quota_data", on: iccid, fixed: ["type", "data"] },
    { to: "quota_sms", on: iccid, fixed: ["type", "sms"] },
    { to: "outlook_data", on: iccid, fixed: ["type", "data"] },
    { to: "outlook_sms", on: iccid, fixed: ["type", "sms"] },
    { to: "churn_risk", on: iccid },
    { to: "quota_recommendations", on: iccid },
  ],
  sim_usage: [SIM],
  sim_usage_daily: [SIM, { to: "forecasts", on: sameSimAndDay }],
  sim_quota: [SIM, { to: "quota_outlook", on: sameSimAndType }],
  quota_outlook: [SIM, { to: "sim_quota", on: sameSimAndType }],
  sms_messages: [SIM],
  connection_events: [SIM],
  alerts: [SIM_IF_ANY, { to: "alert_rules", on: [["rule_id", "id"]] }],
  support_tickets: [SIM_IF_ANY],
  forecasts: [SIM, { to: "sim_usage_daily", on: sameSimAndDay }],
  anomalies: [SIM, { to: "sim_usage_daily", on: sameSimAndDay }],
  churn_risk: [SIM],
  quota_recommendations: [SIM],
  audit_logs: [{ to: "sims", on: [["resource_id", "iccid"]] }],
};

/** Joins, in order, that lead from a row of `root` to each view it reaches to-one. */
export function reachable(
  root: View,
): ReadonlyMap<Joined, readonly { from: Joined; join: ToOne }[]> {
  const paths = new Map<Joined, readonly { from: Joined; join: ToOne }[]>([[root, []]]);
  for (const [from, path] of paths) {
    for (const join of TO_ONE[from] ?? []) {
      if (!paths.has(join.to)) paths.set(join.to, [...path, { from, join }]);
    }
  }
  return paths;
}

/** What tells the rows of a view apart, where that is less than a number of their own. */
const KEYS: Partial<Record<View, readonly string[]>> = {
  churn_risk: ["iccid"],
  quota_recommendations: ["iccid"],
  sim_quota: ["iccid", "type"],
  quota_outlook: ["iccid", "type"],
  sim_usage_daily: ["iccid", "day"],
  forecasts: ["iccid", "day"],
};

/**
 * Whether several rows of `root` may meet the same SIM, day or rule, so that adding up a figure of `joined` would
 * count it as often: the price of a SIM's plan over the days on which it used data. What SIMs share, such as a plan,
 * is each one's own.
 */
export function isMetAgain(root: View, joined: Joined): boolean {
  const [first] = reachable(root).get(joined) ?? [];
  if (!first || root === "sims") return false;
  const met = first.join.on.map(([own]) => own);
  return !KEYS[root]?.every((column) => met.includes(column));
}

/** Views whose rows name their customer themselves: a ticket may be of a customer and of no SIM. */
const OF_CUSTOMERS: ReadonlySet<View> = new Set<View>(["sims", "support_tickets"]);

/** The columns by which rows of `related` belong to a row of `root`; null where nothing relates them. */
export function relationBetween(
  root: View,
  related: View,
  via?: "customer",
): { readonly own: string; readonly related: string } | null {
  if (via === "customer") {
    const areOfCustomers = [root, related].every((view) => OF_CUSTOMERS.has(view));
    return areOfCustomers ? { own: "customer", related: "customer" } : null;
  }
  if (root === "alert_rules" && related === "alerts") return { own: "id", related: "rule_id" };
  if (root === "alerts" && related === "alert_rules") return { own: "rule_id", related: "id" };
  if (root === "rate_plans" && related === "sims") return { own: "name", related: "rate_plan" };
  if (root === "sims" && related === "rate_plans") return { own: "rate_plan", related: "name" };
  const own = simColumn(root);
  const other = simColumn(related);
  return own && other ? { own, related: other } : null;
}

/** The column that holds the SIM's ICCID. */
export function simColumn(view: View): string | null {
  if (view === "audit_logs") return "resource_id";
  return "iccid" in viewOf(view).members ? "iccid" : null;
}
