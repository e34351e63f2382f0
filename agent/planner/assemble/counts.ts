import type { Filter, GroupBy, Measure, Member, Query, View } from "#query/query.ts";
import { dimension } from "../lexicon/dims.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Cond, ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { namedApart } from "./beside.ts";
import {
  and,
  COUNT,
  dimGroups,
  filtersOf,
  groupMembers,
  simGroup,
  takeGrains,
  takeGroups,
  takeOrder,
  unique,
} from "./common.ts";
import {
  boundsOf,
  countsOfEach,
  countsOfKinds,
  countsTheNoun,
  dateOfEach,
  identitiesShown,
  isBoundPerDay,
  isCountOfNoun,
  isTimesBound,
  refuseCountedDays,
  refuseJoinedNouns,
  refuseTwoKinds,
  rulesWithAlerts,
  wantsCountEach,
} from "./count-parts.ts";
import { averageUnits, countName, viewOfDims } from "./count-views.ts";
import { figuresOfFilters } from "./figures-of-filters.ts";
import { firstPer } from "./first-per.ts";
import { groupsWithout } from "./groups-without.ts";
import { leadersOfTimes } from "./leaders-of-times.ts";
import { ordering } from "./ordering.ts";
import { dimMember, ONE_PLACE } from "./placing.ts";
import { rowsByGroup } from "./rows-by-group.ts";
import { sharedIdentities } from "./shared-identities.ts";
import { asksForOneTime, datedBy } from "./time-words.ts";
import { refuseTrendOfStates, trendGrain } from "./trend.ts";
import { Trouble } from "./trouble.ts";
import { takeTimes, takeWhere } from "./where.ts";

/** Who has rows in hand, or did something to them. */
const PERSONS: ReadonlySet<string> = new Set(["actor", "assignee", "acknowledged_by"]);

/** Counts of rows, or of different values, by group. */
export function countRows(task: Task): Query {
  const { pool, subject } = task;
  refuseCountedDays(task);
  refuseJoinedNouns(task);
  refuseTwoKinds(task);
  const perRule = rulesWithAlerts(task);
  if (perRule) return perRule;
  const sorted = rowsByGroup(task);
  if (sorted) return sorted;
  const ofGroups = subject.dims.length > 0 ? groupsWithout(task) : null;
  if (ofGroups) return ofGroups;
  const counted = pool
    .take("cond", (item) => item.cond.k === "count")
    .map((item) => item.cond as Extract<Cond, { k: "count" }>);
  const said = takeGroups(task);
  const groups = unique([...said, ...namedApart(task, said.length > 0)]);
  const oneOfTime =
    asksForOneTime(task) ||
    pool.peek("grain").some((item) => !item.adjective && !task.words[item.start]?.endsWith("s"));
  const saidGrains = pool.peek("grain");
  const grains = takeGrains(task);
  if (pool.has("trend") && grains.length === 0 && !groups.some((group) => group.k === "grain"))
    grains.push(trendGrain(task));
  const shared = sharedIdentities(task, counted);
  if (shared) return shared;
  const perDay = isBoundPerDay(task, counted);
  if (perDay) grains.push("day");
  const distinct = pool.asks("distinct") !== undefined;
  const first = counted[0];
  const countEach = wantsCountEach(task);
  const isHeadCount = countsTheNoun(task);
  const dates = countEach ? dateOfEach(task, subject.events?.view ?? "sims", null) : [];
  const order = takeOrder(task, { ofTime: oneOfTime });
  const isFirstDate = order.members?.length === 0 && said.length > 0 && !subject.noun;
  if (isFirstDate && pool.peek("pred").length > 0)
    throw new Trouble("The first date of each, or the SIM that it is of?", "rank");
  if (order.metric === "monthly_price") throw new Trouble("", "vague:expensive"); // no number of rows is cheap
  if (
    subject.noun?.view === "sims" &&
    subject.events &&
    isHeadCount &&
    !distinct &&
    groups.length === 0 &&
    subject.dims.length === 0 &&
    !order.superlative &&
    counted.length === 0 &&
    grains.length === 0
  )
    return countHaving(task, subject.events);
  if (
    order.superlative &&
    groups.length === 0 &&
    grains.length === 0 &&
    counted.length === 0 &&
    (subject.noun === null || subject.noun.weak) &&
    !subject.events &&
    !(order.byCount && subject.dims.length > 0)
  )
    throw new Trouble("", "rank");
  const averaged = pool.take("agg", (item) => item.agg === "avg").length > 0;
  const timesBound = pool.take("threshold", isTimesBound).flatMap(boundsOf);
  const head = subject.noun?.view ?? null;
  const predView = pool
    .peek("pred")
    .flatMap((pred) => pred.members)[0]
    ?.split(".")[0] as View | undefined;
  const eventView =
    subject.events?.view ??
    (first && !first.noun.weak ? first.noun.view : null) ??
    (head === "alert_rules" && (timesBound.length > 0 || order.superlative)
      ? (predView ?? "alerts")
      : null);
  const ofSims = first?.noun.view === "sims" && !first.noun.weak; // "more than 3 SIMs that have alerts"
  const dimsRelated =
    head === null && subject.dims.length > 0 && !ofSims
      ? pool.peek("cond", (item) => item.cond.k === "related")[0]
      : undefined;
  const relatedTraffic =
    dimsRelated ??
    ((grains.length > 0 || (first?.distinct && !subject.events)) && head === "sims"
      ? pool.peek("cond", (item) => item.cond.k === "related" && !item.cond.negated)[0]
      : undefined);
  const fewer = first && (["lt", "lte"].includes(first.op) || countsTheNoun(task));
  const also = first ? timesBound.map(({ op, value }) => ({ ...first, op, n: value })) : [];
  if (fewer && head === "sims" && subject.dims.length === 0 && groups.length === 0)
    return boundByCount(task, "sims", [...counted, ...also]);
  if (subject.plans && head === null && groups.length === 0 && first?.noun.view === "sims")
    return boundByCount(task, "rate_plans", [...counted, ...also]);
  const hasTime = pool.peek("time").length > 0;
  const units = averaged ? averageUnits(groups, grains, hasTime) : [];
  const isPercentBase = relatedTraffic?.cond.k === "related" ? relatedTraffic.cond.noun : null;
  const from: View =
    isPercentBase?.view ?? eventView ?? head ?? (subject.plans ? "rate_plans" : viewOfDims(task));
  const filters = filtersOf(task, from);
  const where: Filter[] = [];
  if (isPercentBase && relatedTraffic) {
    pool.drop(relatedTraffic);
    where.push(...isPercentBase.conds.map((cond) => filters.of(cond, { noun: from })));
    if (isPercentBase.metric)
      where.push({ member: metricOf(isPercentBase.metric).member, op: "gt", value: 0 });
  }
  for (const cond of counted)
    where.push(...cond.noun.conds.map((inner) => filters.of(inner, { noun: cond.noun.view })));
  const dated = datedBy(task, from);
  where.push(...takeWhere(task, filters));
  if (pool.has("trend")) refuseTrendOfStates(where);
  const { where: timeWhere, member: own } = takeTimes(task, filters);
  const member = dated ?? own;
  where.push(...timeWhere);
  const asked = dimGroups(task);
  const isShown = pool.asks("list") !== undefined || pool.asks("which") !== undefined;
  const countDims =
    subject.dims.length > 0 &&
    (pool.asks("count") !== undefined || (distinct && !isShown)) &&
    !isCountOfNoun(task) &&
    groups.every((group) => group.k === "dim" && !subject.dims.includes(group.dim)) &&
    (groups.length === 0 || subject.noun === null) &&
    counted.length === 0 &&
    !order.superlative &&
    grains.length === 0 &&
    pool.peek("by").length === 0;
  const groupBy = countDims
    ? groupMembers(groups, from, member)
    : groupMembers(
        [
          ...asked,
          ...groups.filter((group) => !(units.includes("sim") && group.k === "sim")),
          ...grains
            .filter((grain) => !units.includes(grain as "day"))
            .map((grain) => ({ k: "grain", grain }) as const),
        ],
        from,
        member,
      );
  const perHead =
    !countDims &&
    groupBy.length === 0 &&
    from !== head &&
    (counted.length > 0 || timesBound.length > 0 || order.superlative || countEach);
  if (perHead)
    groupBy.push(...(head === "alert_rules" ? [{ member: "alert_rules.name" }] : simGroup(from)));
  else if (counted.length > 0 && groupBy.length === 0) groupBy.push(...simGroup(from));
  if (perDay && groupBy.length === 1 && head === "sims") groupBy.unshift(...simGroup(from));
  groupBy.push(...identitiesShown(task, from, groupBy));
  pool.take("dim", (item) => isShownBy(item.dim, groupBy));
  pool.take("column", (item) => isShownColumn(item, groupBy));
  const distinctDim = first?.distinct ?? (countDims ? subject.dims[0] : undefined);
  const distinctMember = distinctDim ? dimMember(distinctDim, from) : null;
  const countSims =
    !countDims &&
    ((isPercentBase !== null && !dimsRelated) ||
      ((distinct || isHeadCount) && head === "sims" && from !== "sims"));
  const measure: Measure = distinctMember
    ? { agg: "count_distinct", of: distinctMember }
    : countSims
      ? simsSeen(from, member, units)
      : units.length > 0
        ? { agg: "count", per: units }
        : COUNT;
  if (
    distinctMember?.startsWith("sims.") &&
    groupBy.some(({ member }) => member === `${from}.iccid`)
  )
    throw new Trouble(ONE_PLACE, "value");
  const as = distinctDim && distinctMember ? `${distinctDim}_count` : countName(from, countSims);
  const onlyDistinct =
    subject.dims.length > 0 &&
    !countDims &&
    groups.length === 0 &&
    grains.length === 0 &&
    counted.length === 0 &&
    timesBound.length === 0 &&
    !order.direction &&
    !pool.asks("count");
  const asksWho = subject.dims.some((dim) => PERSONS.has(dim));
  // what nobody has is nobody's
  if (onlyDistinct || asksWho)
    for (const group of groupBy) where.push({ member: group.member, op: "is_not_null" });
  const bounds = [...counted.map((cond) => ({ op: cond.op, value: cond.n })), ...timesBound];
  if (bounds.length > 0 && groupBy.length === 0)
    throw new Trouble("More than that many of what, per what?", "group");
  if (groupBy.length === 0 && order.direction) throw new Trouble("Most by which figure?", "rank");
  const fill = pool.take("word", (item) => item.word === "fill").length > 0;
  const timed = groupBy.length === 1 && groupBy[0]?.grain !== undefined;
  const by = ordering(order, as, groupBy, member, timed);
  if (bounds.length > 0 && "of" in measure && groupBy.some(({ member }) => member === measure.of))
    throw new Trouble("More than that many different what?", "group");
  const isBestOfEach =
    (subject.dims.length > 0 && !countDims) || groupBy.some(({ grain }) => grain !== undefined);
  const place =
    leadersOfTimes(task, saidGrains, order, groupBy) ??
    (isBestOfEach ? firstPer(task, order, groups, groupBy, from) : undefined);
  const isPlainCount = measure === COUNT && bounds.length === 0 && !order.direction;
  const kinds = isPlainCount ? countsOfKinds(task, from, filters) : null;
  const each = isPlainCount && !kinds ? countsOfEach(task, where) : [];
  return {
    from,
    measures: [...(kinds ?? [{ as, measure }, ...each]), ...dates],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
    ...(bounds.length > 0 ? { having: bounds.map((bound) => ({ measure: as, ...bound })) } : {}),
    ...(fill && timed ? { fillGaps: true } : {}),
    ...(by ? { orderBy: by } : {}),
    ...(place ? { firstPer: place } : order.limit ? { limit: order.limit } : {}),
  };
}

/** SIMs with fewer than two alerts, plans with fewer than 50 SIMs: none at all is fewer, too. */
function boundByCount(
  task: Task,
  from: "sims" | "rate_plans",
  bounds: readonly Extract<Cond, { k: "count" }>[],
): Query {
  const { pool } = task;
  for (const cond of bounds) pool.put({ cat: "cond", cond, start: 0, end: 0, score: 0 });
  const filters = filtersOf(task, from);
  const where = takeWhere(task, filters);
  where.push(...takeTimes(task, filters).where);
  const shown = from === "sims" ? [] : figuresOfFilters(where);
  const measures = pool.asks("count")
    ? [{ as: countName(from, false), measure: COUNT }]
    : shown.slice(0, 1);
  return { from, ...(measures.length > 0 ? { measures } : {}), ...and(where) };
}

/** Different SIMs: in all, or in an average unit of the calendar. */
function simsSeen(
  from: View,
  member: Member | null,
  [unit]: readonly ("hour" | "day" | "week" | "month" | "sim")[],
): Measure {
  const measure: Measure = { agg: "count_distinct", of: `${from}.iccid` };
  if (!unit || unit === "sim" || !member) return measure;
  return { agg: "avg", over: { measure, by: [{ member, grain: unit }] } };
}

/** "Alerts per rule, rule name and how many": the groups are called by their names. */
function isShownBy(dim: string, groupBy: readonly GroupBy[]): boolean {
  const names = groupBy.filter(({ grain }) => grain === undefined).map(({ member }) => member);
  if (dim === "label" || dim === "id")
    return names.length === 1 && names[0]?.endsWith(".name") === true;
  return names.some((member) => dimension(dim).members.includes(member));
}

function isShownColumn(
  { members, counted }: ItemOf<"column">,
  groupBy: readonly GroupBy[],
): boolean {
  if (counted !== undefined) return true;
  return groupBy.some(({ member }) => members.includes(member) || member.endsWith(".name"));
}

/** SIMs that have such rows, counted once each. */
function countHaving(task: Task, events: NonNullable<Task["subject"]["events"]>): Query {
  task.pool.put({
    cat: "cond",
    cond: { k: "related", noun: events },
    start: events.start,
    end: events.end,
    score: 0,
  });
  const filters = filtersOf(task, "sims");
  const where = takeWhere(task, filters);
  where.push(...takeTimes(task, filters).where);
  return { from: "sims", measures: [{ as: "sims", measure: COUNT }], ...and(where) };
}
