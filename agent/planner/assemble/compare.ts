import type { Filter, Measure, Query, View } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { ItemOf } from "../parse/items.ts";
import { addDays, startOf, step } from "../time/calendar.ts";
import { before } from "../time/resolve.ts";
import type { TimeContext, TimeSpan } from "../time/span.ts";
import type { Task } from "./assemble.ts";
import {
  and,
  COUNT,
  filtersOf,
  groupMembers,
  simGroup,
  takeGrains,
  takeGroups,
  takeOrder,
  takeUnit,
} from "./common.ts";
import { amountOf } from "./comparing.ts";
import { countName } from "./count-views.ts";
import { BYTE_UNITS } from "./figures.ts";
import { usageView } from "./measures.ts";
import { metricOn } from "./metric-on.ts";
import { type Moved, movedHaving, multipleOf, takeMoved, takeSideBounds, turned } from "./moved.ts";
import { measureOf } from "./per-units.ts";
import { defaultTime, isPlaceable } from "./placing.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

/** Two periods side by side, with the change where it is asked for; null when nothing is compared. */
export function compared(task: Task): Query | null {
  const { pool, subject } = task;
  const spans = takeSpans(task);
  if (!spans) return null;
  const wantsShare = pool.asks("share") !== undefined || pool.asks("percent") !== undefined;
  const wantsDifference = pool.take("word", (item) => item.word === "absolute").length > 0;
  const sides = takeSideBounds(task, spans);
  const moved = spans.moved ?? takeMoved(task);
  const wantsChange =
    pool.take("change").length > 0 ||
    pool.take("ask", (item) => item.what === "share" || item.what === "percent").length > 0;
  const names = pool.take("metric").map((item) => item.metric);
  if (names.length === 0 && !subject.noun) throw new Trouble("", "compare");
  if (names.length > 1) throw new Trouble("Which of these figures should be compared?", "compare");
  const groups = takeGroups(task);
  const from: View =
    names.length > 0
      ? usageView(task, names, groups)
      : (subject.events?.view ?? subject.noun?.view ?? "sims");
  const filters = filtersOf(task, from);
  const where = takeWhere(task, filters);
  const preds = pool
    .take("pred")
    .flatMap((pred) => pred.members.filter((member) => isPlaceable(member, from)));
  const time =
    preds.find((member) => member.startsWith(`${from}.`)) ?? preds[0] ?? defaultTime(from);
  if (!time) throw new Trouble("Compared by which date?", "time");
  const inA = filters.span(time, spans.a);
  const inB = filters.span(time, spans.b);
  where.push({ or: [inA, inB] });
  pool.take("agg", (item) => item.agg === "sum");
  const metric = names[0] ? metricOn(names[0], from) : null;
  if (metric && !isPlaceable(metricOf(names[0] ?? "usage").member, from) && !metric.raw)
    throw new Trouble("These cannot be compared.", "value");
  const unit = metric?.kind === "bytes" ? takeUnit(task, BYTE_UNITS) : undefined;
  const measure = (during: Filter): Measure =>
    within(metric ? measureOf(metric, undefined, metric.where) : COUNT, during);
  const [a, b] = [measure(inA), measure(inB)];
  const base = metric ? "" : `${countName(from, false)}_`;
  const measures: NonNullable<Query["measures"]> = [
    { as: `${base}${slug(spans.a.label, "period")}`, measure: a, ...(unit ? { unit } : {}) },
    { as: `${base}${slug(spans.b.label, "period_before")}`, measure: b, ...(unit ? { unit } : {}) },
  ];
  if (measures[0]?.as === measures[1]?.as && measures[1])
    measures[1] = { ...measures[1], as: `${measures[1].as}_before`.slice(0, 40) };
  if (wantsChange || spans.change)
    measures.push({ as: "change_percent", measure: { op: "percent_change", a, b } });
  const order = takeOrder(task);
  const isRanked = order.direction !== undefined && metric !== null;
  if (moved?.by === "percent" && !wantsChange && !spans.change) throw new Trouble("", "compare");
  if (wantsDifference || moved?.by === "amount" || (isRanked && !wantsShare))
    measures.push({ as: "change", measure: { op: "difference", a, b }, ...(unit ? { unit } : {}) });
  const isOfSims = subject.noun?.view === "sims" || subject.noun === null;
  const ofSims = (moved !== null && isOfSims) || (isRanked && subject.noun?.view === "sims");
  const isYesNo = DID.test(task.words[0] ?? "") && subject.dims.length + groups.length === 0;
  const isListed = ofSims && !isYesNo && subject.dims.length === 0 && groups.length === 0;
  const groupBy = isListed
    ? simGroup(from)
    : groupMembers(
        [
          ...subject.dims.map((dim) => ({ k: "dim", dim }) as const),
          ...groups,
          ...takeGrains(task).map((grain) => ({ k: "grain", grain }) as const),
        ],
        from,
        time,
      );
  const [later = "", earlier = ""] = measures.map(({ as }) => as);
  const having = [
    ...(moved ? movedHaving(moved, [later, earlier]) : []),
    ...sides.flatMap(({ of, op, quantity }) =>
      metric
        ? [{ measure: of === "a" ? later : earlier, op, value: amountOf(quantity, metric) }]
        : [],
    ),
  ];
  if (sides.length > 0 && !metric) throw new Trouble("That much of what?", "value");
  const isCounted = isListed && having.length > 0 && pool.asks("count") !== undefined;
  if (isCounted) groupBy.splice(1);
  return {
    from,
    measures,
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
    ...(having.length > 0 && !isYesNo ? { having } : {}),
    ...(isCounted ? { countGroups: "sims" } : {}),
    ...(order.direction && groupBy.length > 0
      ? {
          orderBy: [{ by: (measures.at(-1) ?? measures[0])?.as ?? "", direction: order.direction }],
        }
      : {}),
    ...(order.limit ? { limit: order.limit } : {}),
  };
}

/** "Did it use more than twice as much": both figures tell. */
const DID = /^(?:did|does|do|has|have|is|are|was|were)$/;

interface Spans {
  readonly a: TimeSpan;
  readonly b: TimeSpan;
  readonly change: boolean;
  /** What is asked of the two, where only rows of which it holds are meant. */
  readonly moved?: Moved;
}

/** "More in A than in B": B may be the later one, and is then shown first. */
function held(first: TimeSpan, second: TimeSpan, moved: Moved, time: TimeContext): Spans {
  const spans = ordered(first, second, time);
  return { ...spans, moved: spans.a === first ? moved : turned(moved) };
}

function takeSpans(task: Task): Spans | null {
  const { pool, time } = task;
  const compares = pool.take("compare");
  const exact =
    compares.find((item) => item.a.k !== "relative") ??
    compares.find((item) => item.b.k !== "relative");
  if (exact?.op) return held(exact.a, exact.b, { op: exact.op, by: "factor", value: 1 }, time);
  if (exact) return ordered(exact.a, exact.b, time);
  const [loose] = compares;
  if (loose) {
    const unit =
      loose.a.k === "relative" && (loose.a.unit === "week" || loose.a.unit === "month")
        ? loose.a.unit
        : "week";
    const times = pool.take("time").map((item) => item.time);
    if (times.length === 2 && times[0] && times[1]) return ordered(times[0], times[1], time);
    if (times[0]) return ordered(times[0], { k: "relative", unit: "span", label: "" }, time);
    const to = startOf(unit, time.today);
    const from = step(to, unit, -1);
    const a: TimeSpan = { k: "days", from, to, unit, label: `last ${unit}` };
    return {
      a,
      b: { k: "days", from: step(from, unit, -1), to: from, unit, label: `the ${unit} before` },
      change: false,
    };
  }
  const multiple = multipleOf(task);
  if (multiple) return held(multiple.a, multiple.b, multiple.moved, time);
  const times = pool.peek("time");
  const [range] = times;
  const ends = range?.time.k === "days" ? range.time.ends : undefined;
  const isNamed = range?.time.k === "days" && range.time.named !== undefined;
  const isVersus = isNamed && pool.peek("versusword").length > 0;
  if (ends && times.length === 1 && (isVersus || pool.peek("change").length > 0)) {
    pool.take("time");
    return { ...ordered(ends[0], ends[1], time), change: !isVersus };
  }
  const wants = pool.peek("change").length > 0 || pool.peek("versusword").length > 0;
  if (wants && times.length === 2 && times[0] && times[1]) {
    pool.take("time");
    return ordered(times[0].time, times[1].time, time);
  }
  if (
    pool.peek("change").length > 0 &&
    times.length === 1 &&
    times[0] &&
    (pool.peek("metric").length > 0 || task.subject.noun) &&
    pool.peek("grain").length === 0
  ) {
    pool.take("time");
    const base = periodSince(times[0], task);
    if (base) return { ...ordered(base, times[0].time, time), change: true };
    return {
      ...ordered(times[0].time, { k: "relative", unit: "span", label: "" }, time),
      change: true,
    };
  }
  return null;
}

/** "Gone up compared to last month": this month is what is compared; null where the time is what is asked about. */
function periodSince(base: ItemOf<"time">, { words, time }: Task): TimeSpan | null {
  const [lead = "", article = ""] = [words[base.start - 1], words[base.start - 2]];
  if (!/^(?:to|with|against|versus|vs|than)$/.test(lead === "the" ? article : lead)) return null;
  const span = base.time;
  if (span.k !== "days" || !span.unit || span.unit === "span")
    throw new Trouble("Compared with which period?", "compare");
  const from = startOf(span.unit, time.today);
  if (span.to !== from)
    throw new Trouble(`Which period should be compared with ${span.label}?`, "compare");
  return {
    k: "days",
    from,
    to: step(from, span.unit, 1),
    unit: span.unit,
    label: `this ${span.unit}`,
  };
}

/** The later period first; a relative one is reckoned from the other. */
function ordered(first: TimeSpan, second: TimeSpan, time: TimeContext): Spans {
  const [anchor, other] = first.k === "relative" ? [second, first] : [first, second];
  if (other.k === "relative") {
    const b = before(anchor, other.unit, time, other);
    if (!b) throw new Trouble("Compared with which period?", "compare");
    return { a: anchor, b: { ...b, label: other.label || b.label }, change: false };
  }
  const start = (span: TimeSpan) =>
    "from" in span && span.from ? span.from : addDays(time.today, 0);
  return start(anchor) >= start(other)
    ? { a: anchor, b: other, change: false }
    : { a: other, b: anchor, change: false };
}

function within(measure: Measure, during: Filter): Measure {
  if ("op" in measure)
    return { ...measure, a: within(measure.a, during), b: within(measure.b, during) };
  if ("share" in measure || "over" in measure || "related" in measure)
    throw new Trouble("That figure cannot be compared over time yet.", "value");
  return { ...measure, where: measure.where ? { and: [measure.where, during] } : during };
}

function slug(label: string, fallback: string): string {
  const made = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 30);
  return /^[a-z]/.test(made) ? made : made ? `on_${made}` : fallback;
}
