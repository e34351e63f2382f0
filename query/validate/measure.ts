import { viewOf } from "../catalogue.ts";
import { rangeOf } from "../compile/time.ts";
import { conjuncts } from "../conjuncts.ts";
import { isZeroWhenEmpty, measureType } from "../measure-type.ts";
import type { Filter, Grain, GroupBy, Measure, View } from "../query.ts";
import { isMetAgain, reachable, relationBetween, simColumn } from "../relations.ts";
import { isMixed } from "../sim-side.ts";
import { type Checks, checkMember, report, requireScope } from "./context.ts";
import { checkFilter, checkOverlap } from "./filter.ts";
import { isNumeric, isTime } from "./values.ts";

export interface MeasurePlace {
  /** What the rows have passed. */
  readonly filters: readonly Filter[];
  /** `top`: a column of the answer; `related`, `inner`: inside another measure or a filter. */
  readonly place: "top" | "related" | "inner";
  readonly depth: number;
  readonly groupBy?: readonly GroupBy[];
  /** Rows are shown one by one, so that only measures over related rows make sense. */
  readonly isList?: boolean;
}

const MAX_DEPTH = 5;

export function checkMeasure(
  checks: Checks,
  path: string,
  root: View,
  measure: Measure,
  place: MeasurePlace,
): void {
  const deeper = { ...place, depth: place.depth + 1 };
  if (place.depth > MAX_DEPTH) {
    report(checks, path, `Measures nest at most ${MAX_DEPTH} deep.`);
    return;
  }
  if ("share" in measure) checkOfGroups(checks, path, root, { share: measure.share }, deeper);
  else if ("mean" in measure) checkOfGroups(checks, path, root, { mean: measure.mean }, deeper);
  else if ("related" in measure) checkRelatedMeasure(checks, path, root, measure, deeper);
  else if ("over" in measure) checkOver(checks, path, root, measure, deeper);
  else if ("without" in measure) checkWithout(checks, path, root, measure, deeper);
  else if ("op" in measure) {
    checkMeasure(checks, `${path}.a`, root, measure.a, deeper);
    checkMeasure(checks, `${path}.b`, root, measure.b, deeper);
    checkOperands(checks, path, measure);
  } else checkAggregate(checks, path, root, measure, place);
}

type OperationMeasure = Extract<Measure, { op: string }>;
type OverMeasure = Extract<Measure, { over: unknown }>;
type AggregateMeasure = Exclude<Extract<Measure, { agg: string }>, OverMeasure>;

/** A part of all groups, or their average: of what adds up. */
function checkOfGroups(
  checks: Checks,
  path: string,
  root: View,
  of: { share: Measure } | { mean: Measure },
  place: MeasurePlace,
): void {
  const [name, part] =
    "share" in of ? (["share", of.share] as const) : (["mean", of.mean] as const);
  if (place.place !== "top") {
    report(checks, path, `A ${name} stands by itself, not inside another measure.`);
    return;
  }
  checkMeasure(checks, `${path}.${name}`, root, part, place);
  if (!isZeroWhenEmpty(part) || ("per" in part && part.per) || isDistinct(part)) {
    report(checks, `${path}.${name}`, `A ${name} is of a sum or a count.`);
  }
}

function isDistinct(measure: Measure): boolean {
  return "agg" in measure && measure.agg === "count_distinct";
}

function checkRelatedMeasure(
  checks: Checks,
  path: string,
  root: View,
  { related, measure }: Extract<Measure, { related: View }>,
  place: MeasurePlace,
): void {
  requireScope(checks, viewOf(related).scope);
  if (place.place !== "top") {
    report(checks, path, "A related measure cannot stand inside this one.");
    return;
  }
  if (!relationBetween(root, related)) {
    report(
      checks,
      `${path}.related`,
      `Nothing says which rows of ${related} belong to a row of ${root}.`,
    );
    return;
  }
  checkMeasure(checks, `${path}.measure`, related, measure, {
    filters: [],
    place: "related",
    depth: place.depth,
  });
  if (!place.isList && (!isZeroWhenEmpty(measure) || isDistinct(measure))) {
    report(
      checks,
      `${path}.measure`,
      "Added up over groups, a related measure is a sum or a count.",
    );
  }
}

function checkWithout(
  checks: Checks,
  path: string,
  root: View,
  { where }: Extract<Measure, { without: string }>,
  { place }: MeasurePlace,
): void {
  if (place !== "related")
    report(checks, path, "Units without rows are of each row: put it inside { related, measure }.");
  checkFilter(checks, `${path}.where`, root, where);
  const range = rangeOf(root, conjuncts(where));
  if (!range?.from || range.member !== `${root}.${viewOf(root).time}`)
    report(checks, `${path}.where`, `It needs a period with a start on the time of ${root}.`);
}

function checkOver(
  checks: Checks,
  path: string,
  root: View,
  { over }: OverMeasure,
  place: MeasurePlace,
): void {
  if (place.place !== "top") {
    report(
      checks,
      path,
      "An aggregate over groups cannot stand inside another one or a related measure.",
    );
    return;
  }
  const grains = over.by.flatMap(({ grain }) => grain ?? []);
  if (grains.length > 0 && place.filters.some((filter) => leavesOut(filter, grains.join())))
    report(checks, path, NO_GAPS);
  for (const [n, group] of over.by.entries()) {
    checkGroup(checks, `${path}.over.by[${n}]`, root, group);
    for (const outer of place.groupBy ?? []) {
      if (!group.grain || !outer.grain || outer.member !== group.member) continue;
      if ((LENGTHS[group.grain] ?? 0) > (LENGTHS[outer.grain] ?? Infinity)) {
        report(
          checks,
          `${path}.over.by[${n}]`,
          `A ${group.grain} is longer than the ${outer.grain} it stands in.`,
        );
      }
    }
  }
  checkMeasure(checks, `${path}.over.measure`, root, over.measure, { ...place, place: "inner" });
}

function checkOperands(checks: Checks, path: string, measure: OperationMeasure): void {
  if (checks.issues.some((issue) => issue.path.startsWith(path))) return;
  const [a, b] = [measureType(measure.a), measureType(measure.b)];
  const isNumber = (kind: string) => !["text", "day", "timestamp", "boolean"].includes(kind);
  if (!isNumber(a.kind) || !isNumber(b.kind))
    report(checks, path, `${measure.op} needs two numbers.`);
  const isLike = a.kind === b.kind || a.kind === "number" || b.kind === "number";
  if (measure.op !== "ratio" && measure.op !== "product" && !isLike) {
    report(
      checks,
      path,
      `${measure.op} needs two values of one kind, not ${a.kind} and ${b.kind}.`,
    );
  }
}

function checkAggregate(
  checks: Checks,
  path: string,
  root: View,
  measure: AggregateMeasure,
  place: MeasurePlace,
): void {
  if (place.isList) {
    report(
      checks,
      path,
      "A list shows rows one by one; group it, or use a measure { related, measure }.",
    );
  }
  if (measure.agg !== "count") checkColumn(checks, path, root, measure);
  if (measure.where) {
    checkFilter(checks, `${path}.where`, root, measure.where);
    checkOverlap(checks, `${path}.where`, root, [...place.filters, measure.where]);
  }
  if (measure.per) checkPer(checks, path, root, measure, place);
}

function checkColumn(
  checks: Checks,
  path: string,
  root: View,
  { agg, of }: Extract<AggregateMeasure, { of: string }>,
): void {
  const found = checkMember(checks, `${path}.of`, root, of);
  if (!found) return;
  const { type } = found.definition;
  const isOrderable = isNumeric(type) || isTime(type);
  const isFit =
    agg === "count_distinct"
      ? type !== "json" && type !== "list"
      : agg === "min" || agg === "max"
        ? isOrderable
        : isNumeric(type) && !isIdentifier(found.column);
  if (!isFit) report(checks, `${path}.agg`, `${of} is ${type}: it has no ${agg}.`);
  else if (agg === "sum" && isMetAgain(root, found.joined)) {
    report(
      checks,
      `${path}.of`,
      `Several rows of ${root} meet the same ${found.joined}, whose ${found.column} a sum would count each time. Ask for it from ${reachable("sims").has(found.joined) ? "sims" : found.joined}.`,
    );
  }
}

const isIdentifier = (column: string) => column === "id" || column === "rule_id";

function checkPer(
  checks: Checks,
  path: string,
  root: View,
  measure: AggregateMeasure,
  { filters, place, groupBy = [] }: MeasurePlace,
): void {
  const per = measure.per ?? [];
  const all = conjuncts(...filters, measure.where);
  if (measure.agg !== "sum" && measure.agg !== "count") {
    report(
      checks,
      `${path}.per`,
      `per divides a sum or a count; ${measure.agg} has no such average.`,
    );
  }
  if (new Set(per).size < per.length || per.filter((unit) => unit !== "sim").length > 1) {
    report(checks, `${path}.per`, "per takes one unit of time, sim, or both.");
  }
  if (per.includes("sim")) {
    if (!simColumn(root)) report(checks, `${path}.per`, `${root} has no SIMs to count.`);
    else if (place !== "top")
      report(checks, `${path}.per`, "per sim cannot stand inside another measure.");
    else if (all.some((filter) => isMixed(root, filter))) {
      report(
        checks,
        `${path}.per`,
        "per sim cannot count SIMs where one or/not mixes conditions on SIMs and on their rows. Split it.",
      );
    }
  }
  const unit = per.find((one) => one !== "sim");
  if (!unit) return;
  const isByWeekday = groupBy.some((group) => group.grain === "weekday"); // each divided by its own days
  if (!isByWeekday && all.some((filter) => leavesOut(filter, unit)))
    report(checks, `${path}.per`, NO_GAPS);
  if (!rangeOf(root, all)?.from) {
    report(
      checks,
      `${path}.per`,
      `An average per ${unit} needs a period with a start: add { time, from, to } on a time of ${root}.`,
    );
  }
  for (const group of groupBy) {
    if (group.grain && isFiner(group.grain, unit)) {
      report(checks, `${path}.per`, `Groups by ${group.grain} are shorter than a ${unit}.`);
    }
  }
}

const NO_GAPS =
  "Averages over all hours, or over weeks, cannot leave some days or hours out. Give the average per day, the total, or group by them.";

/** Days of the week that are left out are not counted either; of hours, and within a week, all count. */
function leavesOut(filter: Filter, unit: string): boolean {
  if ("recurring" in filter) return filter.grain !== "weekday" || unit !== "day";
  return isRecurring(filter);
}

function isRecurring(filter: Filter): boolean {
  if ("and" in filter) return filter.and.some(isRecurring);
  if ("or" in filter) return filter.or.some(isRecurring);
  return "not" in filter ? isRecurring(filter.not) : "recurring" in filter;
}

const LENGTHS: Partial<Record<Grain | "sim", number>> = {
  hour: 1,
  day: 24,
  weekday: 24,
  week: 168,
  month: 720,
  quarter: 2160,
  year: 8760,
};

function isFiner(grain: Grain, unit: "hour" | "day" | "week" | "month"): boolean {
  if (grain === "hour_of_day") return unit === "hour";
  return (LENGTHS[grain] ?? 0) < (LENGTHS[unit] ?? 0);
}

/** A member that rows can be grouped by. */
export function checkGroup(
  checks: Checks,
  path: string,
  root: View,
  { member, grain, only }: GroupBy,
): void {
  const found = checkMember(checks, `${path}.member`, root, member);
  if (!found) return;
  const { type } = found.definition;
  if (type === "json") report(checks, path, `${member} is json: rows cannot be grouped by it.`);
  if (only && type !== "list") {
    report(checks, `${path}.only`, `${member} is no list: a filter says which of its groups.`);
  }
  if (grain && !isTime(type)) {
    report(checks, `${path}.grain`, `${member} is ${type}: only a time has a grain.`);
  }
  if (type === "day" && (grain === "hour" || grain === "hour_of_day")) {
    report(checks, `${path}.grain`, `${member} is whole days. Hours are in sim_usage.timestamp.`);
  }
}
