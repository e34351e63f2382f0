import type { Filter, Member } from "#query/query.ts";
import { addDays, addMonths, daysBetween, shiftInstant, startOfDay, step } from "./calendar.ts";
import type { DayUnit, RollingUnit, TimeContext, TimeSpan } from "./span.ts";
import { spoken } from "./spoken.ts";

export interface ResolvedTime {
  readonly filter: Filter;
  /** "last month = 1 Sep to 30 Sep 2026"; null where the label says it all. */
  readonly note: string | null;
}

/**
 * A span as a filter of `member`. Days meet a day member as days (rolling days are the full days before
 * today), an instant member as instants. A past span is cut at the end of today; null when it cannot be
 * said of days (hours).
 */
export function timeFilter(
  member: Member,
  kind: "day" | "instant",
  span: TimeSpan,
  time: TimeContext,
  { future = false } = {},
): ResolvedTime | null {
  if (span.k === "relative") return null;
  if (span.k === "recurring") {
    if (kind === "day" && span.grain === "hour_of_day") return null;
    const filter: Filter = { recurring: member, grain: span.grain, in: [...span.values] };
    return { filter, note: null };
  }
  if (span.k === "instants")
    return kind === "day" ? null : make(member, span.from, span.to, span.label, null);
  if (span.k === "rolling") {
    const meant = future && span.within ? toCome(span) : span;
    return kind === "day" ? rollingDays(member, meant, time) : rollingInstants(member, meant, time);
  }
  const { label } = future ? ahead(span) : span;
  let { from, to } = future ? ahead(span) : span;
  const tomorrow = addDays(time.today, 1);
  if (!future && to !== undefined && to > tomorrow && (from ?? "") < tomorrow) to = tomorrow;
  if (!future && to === undefined) to = tomorrow;
  if (future && from === undefined && OF_FORECASTS.test(member) && (to ?? "") > tomorrow)
    from = tomorrow; // "until the end of October": of the days to come
  const zone = kind === "day" ? DAYS_ZONE : time.zone;
  const note = from && to ? noted(label, from, to, zone) : null;
  if (kind === "day") return make(member, from, to, label, note);
  return make(
    member,
    from && startOfDay(from, time.zone).toISOString(),
    to && startOfDay(to, time.zone).toISOString(),
    label,
    note,
  );
}

/** Of the days that usage, forecasts and anomalies are kept by. */
const DAYS_ZONE = "UTC";

const OF_FORECASTS = /^forecasts\./;

function toCome(span: Rolling): Rolling {
  return { ...span, direction: "future", label: span.label.replace("the last", "the next") };
}

/** Where dates lie ahead, a weekday or a month is the coming one, and is called so. */
function ahead(span: Extract<TimeSpan, { k: "days" }>) {
  if (!span.ahead) return span;
  const { from, to } = span.ahead;
  const last = addDays(to, -1);
  return {
    ...span,
    from,
    to,
    label: from === last ? spoken(from) : `${spoken(from)} to ${spoken(last)}`,
  };
}

function make(
  member: Member,
  from: string | undefined,
  to: string | undefined,
  label: string,
  note: string | null,
): ResolvedTime {
  return {
    filter: {
      time: member,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      label: label.slice(0, 100),
    },
    note,
  };
}

type Rolling = Extract<TimeSpan, { k: "rolling" }>;

/** What is still to come may come today; a forecast is of whole days. */
const MAY_BE_TODAY = /\.(?:exhaustion_date|predicted_date)$/;

function rollingDays(member: Member, span: Rolling, time: TimeContext): ResolvedTime | null {
  const days = span.amount / 24;
  if (span.unit === "hour" && span.direction === "future" && Number.isInteger(days))
    return rollingDays(member, { ...span, unit: "day", amount: days }, time);
  if (span.unit === "hour" || span.unit === "minute") return null;
  const far = stepDays(
    time.today,
    span.unit,
    span.direction === "past" ? -span.amount : span.amount,
  );
  const withToday = MAY_BE_TODAY.test(member);
  const first = withToday ? time.today : addDays(time.today, 1);
  const [from, to] = span.direction === "past" ? [far, time.today] : [first, addDays(far, 1)];
  return make(
    member,
    from,
    to,
    span.label,
    `${noted(span.label, from, to, DAYS_ZONE)}, ${withToday ? "with today" : "full days without today"}`,
  );
}

function stepDays(from: string, unit: RollingUnit, count: number): string {
  if (unit === "hour" || unit === "minute") return from;
  return unit === "year" ? addMonths(from, 12 * count) : step(from, unit, count);
}

function rollingInstants(member: Member, span: Rolling, time: TimeContext): ResolvedTime {
  const far = shiftInstant(
    time.now,
    span.unit,
    span.direction === "past" ? -span.amount : span.amount,
  );
  const [from, to] =
    span.direction === "past" ? [far, new Date(time.now.getTime() + 1000)] : [time.now, far];
  return make(
    member,
    from.toISOString(),
    to.toISOString(),
    span.label,
    `${span.label} = counted back from now, not by calendar days`.replace(
      "counted back from now",
      span.direction === "past" ? "counted back from now" : "counted from now",
    ),
  );
}

function noted(label: string, from: string, to: string, zone: string): string {
  const last = addDays(to, -1);
  return from === last
    ? `${label} = ${spoken(from)}, ${zone}`
    : `${label} = ${spoken(from)} to ${spoken(last)}, ${zone}`;
}

/** The span one step before `span`: the week before a week, as many days before some days. */
export function before(
  span: TimeSpan,
  unit: "day" | "week" | "month" | "quarter" | "year" | "span",
  time: TimeContext,
  {
    days: length,
    isSameDays,
    isAfter,
    month,
  }: {
    days?: number | undefined;
    isSameDays?: boolean | undefined;
    isAfter?: boolean | undefined;
    month?: number | undefined;
  } = {},
): TimeSpan | null {
  if (isAfter) return periodAfter(span, unit);
  if (length !== undefined) return daysBefore(span, length, time);
  if (span.k === "relative" || span.k === "recurring") return null;
  if (span.k === "instants") {
    if (!span.from || !span.to) return null;
    const length = new Date(span.to).getTime() - new Date(span.from).getTime();
    return {
      k: "instants",
      from: new Date(new Date(span.from).getTime() - length).toISOString(),
      to: span.from,
      label: `the same length before ${span.label}`,
    };
  }
  if (span.k === "rolling") {
    if (span.unit === "hour" || span.unit === "minute") {
      const to = shiftInstant(time.now, span.unit, -span.amount);
      const from = shiftInstant(to, span.unit, -span.amount);
      return {
        k: "instants",
        from: from.toISOString(),
        to: to.toISOString(),
        label: `before ${span.label}`,
      };
    }
    const to = stepDays(time.today, span.unit, -span.amount);
    return {
      k: "days",
      from: stepDays(to, span.unit, -span.amount),
      to,
      unit: "span",
      label: `the ${span.amount} ${span.unit}${span.amount === 1 ? "" : "s"} before`,
    };
  }
  const to = span.to ?? addDays(time.today, 1);
  if (!span.from) return null;
  if (unit !== "span" && isSameDays) {
    const until = to > time.today ? addDays(time.today, 1) : to;
    const back = month === undefined ? 1 : (Number(span.from.slice(5, 7)) - month + 12) % 12 || 12;
    const from = step(span.from, unit, -back);
    const end = addDays(from, daysBetween(span.from, until));
    return {
      k: "days",
      from,
      to: end,
      unit: "span",
      label: `${spoken(from)} to ${spoken(addDays(end, -1))}`,
    };
  }
  if (unit !== "span") {
    const from = step(span.from, unit, -1);
    const whole = span.unit === unit && span.to !== undefined;
    const end = whole ? span.from : step(addDays(to, -1), unit, -1);
    return {
      k: "days",
      from,
      to: whole ? end : addDays(end, 1),
      unit: span.unit,
      label: fromTo(from, whole ? addDays(end, -1) : end),
    };
  }
  const own = span.unit;
  const from =
    own === "span" ? addDays(span.from, -daysBetween(span.from, to)) : step(span.from, own, -1);
  return {
    k: "days",
    from,
    to: span.from,
    unit: own,
    label: own === "span" ? `the ${daysBetween(span.from, to)} days before` : `the ${own} before`,
  };
}

/** As many days as were said, up to the first day of `span`. */
function daysBefore(span: TimeSpan, length: number, time: TimeContext): TimeSpan | null {
  const to =
    span.k === "days"
      ? span.from
      : span.k === "rolling" && span.direction === "past"
        ? stepDays(time.today, span.unit, -span.amount)
        : undefined;
  if (!to) return null;
  const label = `the ${length} days before`;
  return { k: "days", from: addDays(to, -length), to, unit: "span", label };
}

/** "The week after that": the period that begins where this one ends. */
function periodAfter(span: TimeSpan, unit: DayUnit): TimeSpan | null {
  if (span.k !== "days" || !span.to) return null;
  const size = unit === "span" ? span.unit : unit;
  if (size === "span") return null;
  const to = step(span.to, size, 1);
  return { k: "days", from: span.to, to, unit: size, label: fromTo(span.to, addDays(to, -1)) };
}

function fromTo(first: string, last: string): string {
  return first === last ? spoken(first) : `${spoken(first)} to ${spoken(last)}`;
}
