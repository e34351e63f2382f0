import { memberOf, viewOf } from "../catalogue.ts";
import { conjuncts } from "../conjuncts.ts";
import { dateAggregate } from "../measure-label.ts";
import type { GroupBy, Measure, View } from "../query.ts";
import { inBrackets, nameOf } from "./filters.ts";

const AGGREGATES = {
  sum: "total",
  avg: "average",
  min: "lowest",
  max: "highest",
  median: "median",
  p75: "75th percentile of",
  p90: "90th percentile of",
  p95: "95th percentile of",
  p99: "99th percentile of",
} as const;

/** A measure in words: "total data per day (direction is upload)". */
export function measureText(measure: Measure, root: View, zone: string): string {
  if ("share" in measure)
    return `share of the ${measureText(measure.share, root, zone)} in percent`;
  if ("mean" in measure) return `average of the ${measureText(measure.mean, root, zone)} over all`;
  if ("related" in measure) return measureText(measure.measure, measure.related, zone);
  if ("over" in measure) return overText(measure, root, zone);
  if ("without" in measure) {
    const rows = root.startsWith("sim_usage") ? "usage" : viewOf(root).noun[1];
    const conditions = inBrackets(conjuncts(measure.where), root, zone);
    return `number of ${measure.without}s without ${rows}${conditions}`;
  }
  if ("op" in measure) return operationText(measure, root, zone);
  const conditions = inBrackets(conjuncts(measure.where), root, zone);
  const per = (measure.per ?? []).map((unit) => ` per ${unit === "sim" ? "SIM" : unit}`).join("");
  const average = per && "average ";
  if (measure.agg === "count")
    return `${average}number of ${viewOf(root).noun[1]}${per}${conditions}`;
  const name = nameOf(measure.of, root);
  if (measure.agg === "count_distinct")
    return `number of different ${plural(name)}${per}${conditions}`;
  const aggregate = per
    ? "average"
    : (dateAggregate(measure.agg, measure.of) ?? AGGREGATES[measure.agg]);
  return `${aggregate} ${name}${per}${conditions}`;
}

function overText(
  { agg, over }: Extract<Measure, { over: unknown }>,
  root: View,
  zone: string,
): string {
  const groups = over.by.map((group) => groupText(group, root)).join(" and ");
  const first = over.first ? ` of the first ${over.first}, largest first` : "";
  return `${AGGREGATES[agg].replace(/ of$/, "")} of the ${measureText(over.measure, root, zone)} per ${groups}${first}`;
}

function operationText(
  measure: Extract<Measure, { op: string }>,
  root: View,
  zone: string,
): string {
  const { op, a, b } = measure;
  const [left, right] = [measureText(a, root, zone), measureText(b, root, zone)];
  switch (op) {
    case "rate":
      return `${left} per ${measure.times.toLocaleString("en-GB")} of the ${right}`;
    case "ratio":
      return `${left} divided by the ${right}`;
    case "percent":
      return `${left} as a percentage of the ${right}`;
    case "percent_change":
      return `change in percent of the ${left} against the ${right}`;
    case "difference":
      return `${left} minus the ${right}`;
    case "distance":
      return `difference between the ${left} and the ${right}`;
    case "sum":
      return `${left} plus the ${right}`;
    case "excess":
      return `${left} above the ${right}`;
    case "product":
      return `${left} times the ${right}`;
  }
}

const GRAINS: Partial<Record<string, string>> = { hour_of_day: "hour of the day" };

/** A group in words: "week", "customer". */
export function groupText({ member, grain, only }: GroupBy, root: View): string {
  if (only) return `${nameOf(member, root)} (${only.join(", ")})`;
  if (!grain) return memberOf(member).definition.type === "iccid" ? "SIM" : nameOf(member, root);
  const word = GRAINS[grain] ?? grain;
  const isOwnTime = member === `${root}.${viewOf(root).time}`;
  return isOwnTime ? word : `${word} of ${nameOf(member, root)}`;
}

export function plural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return name.endsWith("s") ? name : `${name}s`;
}
