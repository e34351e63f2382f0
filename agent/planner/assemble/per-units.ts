import type { Filter, GroupBy, Measure } from "#query/query.ts";
import type { Metric, MetricName } from "../lexicon/metrics.ts";
import type { Aggregate, Group } from "../parse/items.ts";
import { Trouble } from "./trouble.ts";

export type Per = ReturnType<typeof perUnits>;

/** Nothing is divided by. */
export const IN_ALL: Per = { units: [], over: null, groupGrains: [] };

interface PerContext {
  readonly hasTime: boolean;
  readonly ofSims: boolean;
  readonly ofRows?: boolean;
  /** The one month (week, day) that the question is about. */
  readonly wholePeriod?: string | null;
}

/** What an average divides by, and which grains split the answer instead. */
export function perUnits(
  agg: Aggregate | undefined,
  metric: Metric,
  grains: readonly string[],
  groups: readonly Group[],
  { hasTime, ofSims, ofRows = false, wholePeriod = null }: PerContext,
) {
  const isSum = metric.agg === "sum" && metric.view !== "sims";
  const units: ("hour" | "day" | "week" | "month" | "sim")[] = [];
  let groupGrains = [...grains] as Extract<Group, { k: "grain" }>["grain"][];
  const sim = groups.some((group) => group.k === "sim");
  const isOfRows = ofRows && agg !== undefined && agg !== "sum" && grains.length === 0 && !sim;
  if (isOfRows) return { units, over: null, groupGrains };
  const isOfBoth = isSum && agg !== undefined && isRank(agg) && sim && grains.length > 0;
  if (isOfBoth && groups.some((group) => group.k === "dim"))
    throw new Trouble("Over the days of each SIM, or over the SIMs of each group?", "average");
  let over: Extract<Group, { k: "grain" }>["grain"] | "sim" | null = null;
  if (isSum && agg === "avg") {
    const [grain, ...others] = groupGrains;
    if (grain === "hour" || grain === "day" || grain === "week" || grain === "month") {
      if (hasTime) units.push(grain);
      else over = grain;
      groupGrains = others;
    }
    if (sim && over !== null) throw new Trouble(`Per ${over} over which period?`, "time");
    if (sim) units.push("sim");
    const recurs = groupGrains.some((one) => one === "weekday" || one === "hour_of_day");
    if (recurs && hasTime) units.push("day");
    if (units.length === 0 && over === null && ofSims) units.push("sim");
    if (units.length === 0 && over === null) throw new Trouble("Average per what?", "average");
  } else if (
    isSum &&
    agg &&
    isRank(agg) &&
    ofSims &&
    wholePeriod &&
    groupGrains[0] === wholePeriod
  ) {
    over = "sim";
    groupGrains = groupGrains.slice(1);
  } else if (isSum && agg && agg !== "sum" && groupGrains[0]) {
    over = groupGrains[0];
    groupGrains = groupGrains.slice(1);
  } else if (isSum && agg && agg !== "sum" && (sim || (ofSims && isRank(agg)))) over = "sim";
  else if (isSum && agg && agg !== "sum")
    throw new Trouble("The highest or lowest of what: per day, or per SIM?", "average");
  return { units, over, groupGrains };
}

/** "the median SIM": by its place among the SIMs. */
function isRank(agg: Aggregate): boolean {
  return agg !== "sum" && agg !== "avg" && agg !== "min" && agg !== "max";
}

export function measureOf(metric: Metric, agg: Aggregate | undefined, where?: Filter): Measure {
  if (metric.measure) return metric.measure;
  const part = metric.member.match(/^(.+\.(?:used|remaining))_percent$/)?.[1];
  if (agg === "sum" && part) return percentInAll(part, where); // percentages do not add up
  return { agg: agg ?? metric.agg, of: metric.member, ...(where ? { where } : {}) };
}

function percentInAll(part: string, where: Filter | undefined): Measure {
  const sum = (of: string): Measure => ({ agg: "sum", of, ...(where ? { where } : {}) });
  return { op: "percent", a: sum(part), b: sum(part.replace(/\w+$/, "total")) };
}

export function withPer(
  measure: Measure,
  units: readonly ("hour" | "day" | "week" | "month" | "sim")[],
): Measure {
  return units.length > 0 && "agg" in measure && !("over" in measure)
    ? { ...measure, per: [...units] }
    : measure;
}

export function overGroups(
  metric: Metric,
  agg: Aggregate,
  over: Extract<Group, { k: "grain" }>["grain"] | "sim",
  member: string | null,
): Measure {
  if (!member || agg === "sum") throw new Trouble("Per which date?", "time");
  const by: GroupBy = over === "sim" ? { member: `${metric.view}.iccid` } : { member, grain: over };
  return { agg, over: { measure: { agg: "sum", of: metric.member }, by: [by] } };
}

export function nameOf(
  name: MetricName,
  units: readonly string[],
  agg: Aggregate | undefined,
): string {
  const base = name === "usage" ? "data_used" : name;
  if (units.length > 0) return `average_${base}`;
  return agg && agg !== "sum" ? `${agg}_${base}` : base;
}
