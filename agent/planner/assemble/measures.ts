import type { Filter, GroupBy, Query, View } from "#query/query.ts";
import { type Metric, type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Aggregate, Cond, Group, ItemOf } from "../parse/items.ts";
import type { TimeSpan } from "../time/span.ts";
import { actualAgainstForecast } from "./against-forecast.ts";
import type { Task } from "./assemble.ts";
import {
  COUNTED,
  countBeside,
  countsRows,
  keepOtherRows,
  namedOneByOne,
  namedSideBySide,
} from "./beside.ts";
import {
  and,
  filtersOf,
  groupMembers,
  simGroup,
  takeGrains,
  takeGroups,
  takeOrder,
  takeUnit,
  unique,
} from "./common.ts";
import { amountOf } from "./comparing.ts";
import { BYTE_UNITS, figuresOf, TIME_UNITS, waysOf } from "./figures.ts";
import { firstPer } from "./first-per.ts";
import { leadersOfTimes } from "./leaders-of-times.ts";
import { listsSims } from "./lists-sims.ts";
import { metricOn } from "./metric-on.ts";
import { ordering } from "./ordering.ts";
import { refuseOtherRows } from "./other-rows.ts";
import { IN_ALL, measureOf, perUnits } from "./per-units.ts";
import { dimMember } from "./placing.ts";
import type { Pool } from "./pool.ts";
import { columnsOfSims, refuseMixed } from "./row-checks.ts";
import { asksForOneTime } from "./time-words.ts";
import { trendGrain } from "./trend.ts";
import { Trouble } from "./trouble.ts";
import { usageView } from "./usage-view.ts";
import { takeTimes, takeWhere } from "./where.ts";
import { asksWhether } from "./yes-no.ts";

/** Sums, averages and rankings of one or more metrics. */
export function aggregate(task: Task): Query {
  const { pool, subject } = task;
  const isCounted = countsRows(task);
  const ofTime = asksForOneTime(task);
  const versus = pool
    .take("cond", (item) => item.cond.k === "versus")
    .map((item) => item.cond as Extract<Cond, { k: "versus" }>)[0];
  const isDid = asksWhether(task.words) || (versus && subject.noun === null && !pool.asks("which"));
  if (versus && subject.noun === null && subject.dims.length === 0 && !isAsked(task))
    throw new Trouble("Which SIMs, or the figures of all together?", "subject");
  const names = unique([
    ...(versus ? [versus.a, versus.b] : []),
    ...pool.take("metric").map((item) => {
      pool.put(
        ...(item.agg
          ? [{ cat: "agg" as const, agg: item.agg, start: item.start, end: item.end, score: 0 }]
          : []),
      );
      return item.metric;
    }),
  ]);
  if (versus && metricOf(versus.b).view === "forecasts")
    return actualAgainstForecast(task, versus, names);
  dropImpliedAverage(pool);
  const ways = waysOf(pool.take("agg"), task.words);
  const agg = ways.find((one) => one !== "sum") ?? ways[0];
  const groups = takeGroups(task).filter((group) => !isAveragedOver(group, agg, names));
  if (groups.length === 0 && agg && agg !== "sum") groups.push(...namedSideBySide(task));
  else if (groups.length === 0 && task.subject.dims.length === 0 && !task.pool.has("ratio"))
    groups.push(...namedOneByOne(task, names));
  const saidGrains = pool.peek("grain");
  const adjectives = takeGrains(task, true);
  const grains = takeGrains(task, false);
  if (pool.has("trend") && adjectives.length === 0 && !groups.some((group) => group.k === "grain"))
    adjectives.push(trendGrain(task));
  const from = usageView(task, names, [
    ...groups,
    ...[...adjectives, ...grains].map((grain) => ({ k: "grain", grain }) as const),
  ]);
  refuseOtherRows(task, from);
  keepOtherRows(task, from);
  const filters = filtersOf(task, from);
  const order = takeOrder(task, { ofTime });
  const where = takeWhere(task, filters, {
    keep: (cond) =>
      cond.k === "metric" && metricOf(cond.metric).view === metricOf(names[0] ?? "usage").view,
  });
  const { where: timeWhere, member, spans } = takeTimes(task, filters);
  where.push(...timeWhere);
  const primary = metricOn(names[0] ?? "usage", from);
  const ratio = ratioWords(task, names);
  if (versus && versus.b === "included_data" && spans.length === 0)
    throw new Trouble("In which month did they use more than their plan includes?", "time");
  if (primary.where && names.length === 1) where.push(primary.where);
  where.push(...doneOnly(names, groups, from));
  const context = {
    hasTime: spans.length > 0,
    wholePeriod: wholePeriodOf(spans),
    ofSims: subject.noun?.view === "sims" && !subject.noun.weak,
    ofRows: subject.noun?.view === primary.view && primary.view === "quota_recommendations",
  };
  const per = perUnits(agg, primary, adjectives, groups, context);
  const unit = takeUnit(task, primary.kind === "bytes" ? BYTE_UNITS : TIME_UNITS);
  const measures: NonNullable<Query["measures"]> = isCounted ? countBeside(from) : [];
  if (ratio) {
    const [a, b] = names.slice(0, 2).map((name) => measureOf(metricOn(name, from), undefined));
    if (!a || !b) throw new Trouble("A ratio needs two figures.", "value");
    measures.push({ as: `${names[0]}_to_${names[1]}`, measure: { op: "ratio", a, b } });
  } else {
    const perOf = (way: Aggregate | undefined) =>
      way === agg
        ? per
        : way === "sum"
          ? IN_ALL
          : perUnits(way, primary, adjectives, groups, context);
    measures.push(...figuresOf(names, ways, { from, perOf, member, unit }));
  }
  const thresholds = takeThresholds(task, primary);
  const perRow = pool.take("cond").map((item) => item.cond as Extract<Cond, { k: "metric" }>);
  const single = perRow.find((cond) => cond.singleDay);
  const groupBy: GroupBy[] = [
    ...subject.dims.map((dim) => ({ member: need(dimMember(dim, from)) })),
    ...groupMembers(
      [
        ...groups.filter(
          (group) => !(group.k === "sim" && (per.units.includes("sim") || per.over === "sim")),
        ),
        ...per.groupGrains.map((grain) => ({ k: "grain", grain }) as const),
      ],
      from,
      member,
    ),
  ];
  if (grains.length > 0 && order.superlative)
    groupBy.push(
      ...groupMembers(
        grains.map((grain) => ({ k: "grain", grain }) as const),
        from,
        member,
      ),
    );
  else if (grains.length > 0) throw new Trouble(`Per ${grains[0]}, or one figure?`, "group");
  if (single) {
    for (const cond of perRow)
      where.push({
        member: metricOn(cond.metric, from).member,
        op: cond.op,
        value: amountOf(cond.quantity, primary),
      });
    return { from, ...and(where) };
  }
  const rows =
    order.direction !== undefined ||
    order.superlative ||
    thresholds.length > 0 ||
    perRow.length > 0 ||
    (versus && !isDid) ||
    listsSims(task);
  if (
    groupBy.length === 0 &&
    rows &&
    (subject.noun?.view === "sims" || subject.noun === null) &&
    per.units.indexOf("sim") < 0 &&
    per.over !== "sim"
  )
    groupBy.push(...simGroup(from));
  const place =
    leadersOfTimes(task, saidGrains, order, groupBy) ??
    firstPer(task, order, groups, groupBy, from);
  if (!place && order.limit === 1 && order.members && groups.some(isOfEach))
    throw new Trouble("The first one in each, or one of all?", "rank");
  groupBy.push(...columnsOfSims(task, groupBy, from));
  refuseMixed(task, names, groupBy, { per, spans });
  const currency = names.map((name) => metricOn(name, from).currency).find(Boolean);
  if (currency && !order.superlative && groupBy.every(({ member: key }) => key !== currency))
    groupBy.push({ member: currency });
  const first = (measures.find(({ as }) => as !== COUNTED) ?? measures[0])?.as ?? "value";
  const having: NonNullable<Query["having"]> = [
    ...thresholds,
    ...perRow.map((cond) => ({ op: cond.op, value: amountOf(cond.quantity, primary) })),
  ].map((bound) => ({ measure: first, ...bound }));
  if (versus && !isDid)
    having.push({
      measure: first,
      op: versus.op,
      other: measures[1]?.as ?? first,
      ...(versus.factor === 1 ? {} : { factor: versus.factor }),
    });
  const fill = pool.take("word", (item) => item.word === "fill").length > 0;
  const timed = groupBy.some(
    (group) => group.grain !== undefined && !["weekday", "hour_of_day"].includes(group.grain),
  );
  const orderBy = ordering(
    order,
    first,
    groupBy,
    member,
    timed && !order.superlative && groupBy.length === 1,
  );
  return {
    from,
    measures,
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
    ...(having.length > 0 ? { having } : {}),
    ...(fill && timed ? { fillGaps: true } : {}),
    ...(orderBy ? { orderBy } : {}),
    ...(place ? { firstPer: place } : order.limit ? { limit: order.limit } : {}),
  };
}

/** "Median usage per SIM by customer": without another way to add up, the SIMs of a group would be averaged. */
function dropImpliedAverage(pool: Pool): void {
  const isImplied = (item: ItemOf<"agg">) =>
    pool.peek("group", ({ start, end }) => start === item.start && end === item.end).length > 0;
  const [implied, ...said] = pool
    .peek("agg")
    .toSorted((a, b) => Number(isImplied(b)) - Number(isImplied(a)));
  if (implied && isImplied(implied) && said.length > 0) pool.drop(implied);
}

/** "Of each customer": not one row in all. */
function isOfEach(group: Group): boolean {
  return group.k === "dim" || group.k === "view";
}

/** "Above the plan's allowance" alone says neither whose figures nor which rows. */
function isAsked({ pool, words }: Task): boolean {
  return (
    asksWhether(words) ||
    words[0] === "how" ||
    pool.peek("ask").length > 0 ||
    pool.peek("group").length > 0
  );
}

/** "The average price per SIM": of a figure that each SIM has one of, the average is per SIM. */
function isAveragedOver(
  group: Group,
  agg: Aggregate | undefined,
  names: readonly MetricName[],
): boolean {
  return (
    group.k === "sim" && agg === "avg" && names.every((name) => metricOf(name).view === "sims")
  );
}

/** "The median monthly volume in September": one month has no median of its months. */
function wholePeriodOf([span, ...others]: readonly TimeSpan[]): string | null {
  return span?.k === "days" && others.length === 0 ? (span.unit ?? null) : null;
}

/** "The time each colleague needed to acknowledge": what nobody has acknowledged is in no one's hands. */
function doneOnly(names: readonly MetricName[], groups: readonly Group[], from: View): Filter[] {
  const isByPerson = groups.some((group) => group.k === "dim" && group.dim === "actor");
  return from === "alerts" && isByPerson && names.includes("acknowledge_time")
    ? [{ member: "alerts.acknowledged", op: "eq", value: true }]
    : [];
}

function ratioWords({ pool }: Task, names: readonly MetricName[]): boolean {
  if (!pool.has("ratio")) return false;
  if (names.length !== 2) throw new Trouble("The ratio of which two figures?", "value");
  return true;
}

function takeThresholds(
  { pool }: Task,
  metric: Metric,
): { op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte"; value: number }[] {
  return pool
    .take("threshold")
    .flatMap((item) => [
      { op: item.op, value: amountOf(item.quantity, metric) },
      ...(item.upTo ? [{ op: "lte" as const, value: amountOf(item.upTo, metric) }] : []),
    ]);
}

function need<T>(value: T | null): T {
  if (value === null) throw new Trouble("That cannot be grouped here.", "group");
  return value;
}
