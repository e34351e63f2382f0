import { conjuncts } from "../conjuncts.ts";
import { isList } from "../mode.ts";
import type { Filter, Grain, GroupBy, Measure, Query } from "../query.ts";
import { isDay } from "./time.ts";

/** Thrown and caught here only: some part of the query needs the single records. */
const NEEDS_RECORDS = Symbol("needs records");

const WHOLE_DAYS: readonly Grain[] = ["day", "week", "month", "quarter", "year", "weekday"];

/**
 * The same question to the daily rollup, where that has all it needs: whole UTC days, volumes by
 * direction, counts of records. Otherwise the query as it was.
 *
 * @param zone Zone of the query: days of another one are not the rollup's.
 */
export function toDailyRollup(query: Query, zone: string): Query {
  if (query.from !== "sim_usage" || zone !== "UTC" || isList(query)) return query;
  try {
    return daily(query);
  } catch (error) {
    if (error === NEEDS_RECORDS) return query;
    throw error;
  }
}

function needsRecords(): never {
  throw NEEDS_RECORDS;
}

function daily(query: Query): Query {
  const { direction, filters } = ofDirection(query.where);
  // A group with records of the other direction only would appear, with zero.
  if (direction && query.groupBy?.length) needsRecords();
  return {
    ...query,
    from: "sim_usage_daily",
    ...(query.where && { where: whole(filters) }),
    ...(query.groupBy && { groupBy: query.groupBy.map(dailyGroup) }),
    ...(query.measures && {
      measures: query.measures.map((wanted) => ({
        ...wanted,
        measure: dailyMeasure(wanted.measure, direction),
      })),
    }),
    ...(query.firstPer && {
      firstPer: { ...query.firstPer, members: query.firstPer.members.map(dailyOrder) },
    }),
    ...(query.orderBy && {
      orderBy: query.orderBy.map((order) => ({ ...order, by: dailyOrder(order.by) })),
    }),
  };
}

function dailyOrder(by: string): string {
  if (by === "sim_usage.timestamp") return "sim_usage_daily.day";
  return by === "sim_usage.iccid" ? "sim_usage_daily.iccid" : by;
}

function dailyGroup({ member, grain }: GroupBy): GroupBy {
  if (member !== "sim_usage.timestamp")
    return { member: dailyMember(member), ...(grain && { grain }) };
  if (!grain || !WHOLE_DAYS.includes(grain)) return needsRecords();
  return { member: "sim_usage_daily.day", grain };
}

function dailyMember(member: string): string {
  if (member === "sim_usage.iccid") return "sim_usage_daily.iccid";
  return member.startsWith("sim_usage.") ? needsRecords() : member;
}

type Direction = "upload" | "download";

/** The direction that all rows must have, and the other filters, as the rollup has them. */
function ofDirection(filter: Filter | undefined): {
  direction: Direction | null;
  filters: Filter[];
} {
  const all = conjuncts(filter);
  const directions = all.filter((one) => "member" in one && one.member === "sim_usage.direction");
  const [first] = directions;
  const others = all.filter((one) => !directions.includes(one)).map(dailyFilter);
  if (!first) return { direction: null, filters: others };
  const isPlain = "value" in first && "op" in first && first.op === "eq" && directions.length === 1;
  if (!isPlain) return needsRecords();
  return { direction: first.value === "upload" ? "upload" : "download", filters: others };
}

function whole(filters: Filter[]): Filter | undefined {
  const [first, ...others] = filters;
  return first && others.length === 0 ? first : first && { and: filters };
}

function dailyFilter(filter: Filter): Filter {
  if ("and" in filter) return { and: filter.and.map(dailyFilter) };
  if ("or" in filter) return { or: filter.or.map(dailyFilter) };
  if ("not" in filter) return { not: dailyFilter(filter.not) };
  if ("related" in filter) return filter;
  if ("recurring" in filter) return dailyRecurring(filter);
  if ("time" in filter) return dailyPeriod(filter);
  if ("other" in filter) {
    return { ...filter, member: dailyMember(filter.member), other: dailyMember(filter.other) };
  }
  return { ...filter, member: dailyMember(filter.member) };
}

function dailyRecurring(filter: Extract<Filter, { recurring: string }>): Filter {
  if (filter.recurring !== "sim_usage.timestamp") return filter;
  if (filter.grain === "hour_of_day") return needsRecords();
  return { ...filter, recurring: "sim_usage_daily.day" };
}

function dailyPeriod(filter: Extract<Filter, { time: string }>): Filter {
  if (filter.time !== "sim_usage.timestamp") return filter;
  const { from, to } = filter;
  if (!to) return needsRecords(); // an open end is now for records, the end of today for days
  return {
    ...filter,
    time: "sim_usage_daily.day",
    ...(from && { from: midnight(from) }),
    to: midnight(to),
  };
}

/** The day that begins at the moment. */
function midnight(moment: string): string {
  if (isDay(moment)) return moment;
  const iso = new Date(moment).toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : needsRecords();
}

function dailyMeasure(measure: Measure, direction: Direction | null): Measure {
  if ("share" in measure) return { share: dailyMeasure(measure.share, direction) };
  if ("mean" in measure) return { mean: dailyMeasure(measure.mean, direction) };
  if ("related" in measure) return measure;
  if ("without" in measure) return needsRecords();
  if ("op" in measure) {
    const [a, b] = [dailyMeasure(measure.a, direction), dailyMeasure(measure.b, direction)];
    return { ...measure, a, b };
  }
  if ("over" in measure) {
    const { measure: inner, by } = measure.over;
    // An inner group with records of the other direction only would count as zero.
    if (direction) return needsRecords();
    return { ...measure, over: { measure: dailyMeasure(inner, null), by: by.map(dailyGroup) } };
  }
  const own = ofDirection(measure.where);
  const only = own.direction ?? direction;
  if (own.direction && direction && own.direction !== direction) return needsRecords();
  const rest = {
    ...(own.filters.length > 0 && { where: whole(own.filters) }),
    ...(measure.per && { per: measure.per }),
  };
  if (measure.agg === "count") {
    return only ? needsRecords() : { agg: "sum", of: "sim_usage_daily.event_count", ...rest };
  }
  if (measure.agg === "sum" && measure.of === "sim_usage.volume") {
    return { agg: "sum", of: `sim_usage_daily.${only ?? "total"}_volume`, ...rest };
  }
  const isOfDays = measure.agg === "count_distinct" && !only;
  return isOfDays ? { agg: measure.agg, of: dailyMember(measure.of), ...rest } : needsRecords();
}
