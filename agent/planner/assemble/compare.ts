import type { Filter, Measure, Query, View } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { TimeSpan } from "../time/span.ts";
import type { Task } from "./assemble.ts";
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
  takeUnit,
} from "./common.ts";
import { takeSpans } from "./compared-spans.ts";
import { amountOf } from "./comparing.ts";
import { countName } from "./count-views.ts";
import { BYTE_UNITS } from "./figures.ts";
import { areAllDays, averaged, takeAverage } from "./kinds-of-days.ts";
import { metricOn } from "./metric-on.ts";
import { movedHaving, takeMoved, takeSideBounds } from "./moved.ts";
import { measureOf } from "./per-units.ts";
import { defaultTime, isPlaceable } from "./placing.ts";
import { Trouble } from "./trouble.ts";
import { usageView } from "./usage-view.ts";
import { takeWhere } from "./where.ts";
import { asksWhether } from "./yes-no.ts";

/** Two periods side by side, with the change where it is asked for; null when nothing is compared. */
export function compared(task: Task): Query | null {
  const { pool, subject } = task;
  const spans = takeSpans(task);
  if (!spans) return null;
  const wantsShare = pool.asks("share") !== undefined || pool.asks("percent") !== undefined;
  const wantsDifference = pool.take("word", (item) => item.word === "absolute").length > 0;
  if (wantsDifference) pool.take("word", (item) => item.word === "between"); // "difference between A and B"
  const sides = takeSideBounds(task, spans);
  const moved = spans.moved ?? takeMoved(task);
  const changes = pool.take("change");
  const isFall = changes.length > 0 && changes.every(({ way }) => way === "down");
  const wantsChange =
    changes.length > 0 ||
    pool.take("ask", (item) => item.what === "share" || item.what === "percent").length > 0;
  const per = takeAverage(task, spans);
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
  if (from.startsWith("sim_usage") && isAhead(spans.a, task.time.today))
    throw new Trouble(
      "What is to come is only predicted. Predicted and actual data beside each other, of which days?",
      "value",
    );
  const inA = filters.span(time, spans.a);
  const inB = filters.span(time, spans.b);
  const during = spans.a.k === "recurring" ? pool.take("time").map((item) => item.time) : [];
  where.push(...filters.times(during, time));
  if (!areAllDays(spans)) where.push({ or: [inA, inB] });
  pool.take("agg", (item) => item.agg === "sum");
  const metric = names[0] ? metricOn(names[0], from) : null;
  if (metric && !isPlaceable(metricOf(names[0] ?? "usage").member, from) && !metric.raw)
    throw new Trouble("These cannot be compared.", "value");
  const unit = metric?.kind === "bytes" ? takeUnit(task, BYTE_UNITS) : undefined;
  const measure = (during: Filter): Measure =>
    within(metric ? measureOf(metric, undefined, metric.where) : COUNT, during);
  const [a, b] = [measure(inA), measure(inB)];
  const base = metric ? "" : `${countName(from, false)}_`;
  const totals: NonNullable<Query["measures"]> = [
    { as: `${base}${slug(spans.a.label, "period")}`, measure: a, ...(unit ? { unit } : {}) },
    { as: `${base}${slug(spans.b.label, "period_before")}`, measure: b, ...(unit ? { unit } : {}) },
  ];
  if (totals[0]?.as === totals[1]?.as && totals[1])
    totals[1] = { ...totals[1], as: `${totals[1].as}_before`.slice(0, 40) };
  const averages = averaged(totals, per.length > 0 ? per : ["day"]);
  if (per.length > 0 && averages.length === 0) throw new Trouble("", "average");
  const isDaily = per.length === 0 && areAllDays(spans) && during.length > 0; // five days weigh more than two
  const measures = per.length > 0 ? averages : [...totals, ...(isDaily ? averages : [])];
  const [first = COUNT, second = COUNT] = measures.map((one) => one.measure);
  if (wantsChange || spans.change)
    measures.push({ as: "change_percent", measure: { op: "percent_change", a: first, b: second } });
  const order = isFall ? ofFall(takeOrder(task)) : takeOrder(task);
  const isRanked = order.direction !== undefined;
  if (moved?.by === "percent" && !wantsChange && !spans.change) throw new Trouble("", "compare");
  if (wantsDifference || moved?.by === "amount" || (isRanked && !wantsShare))
    measures.push({
      as: "change",
      measure: { op: "difference", a: first, b: second },
      ...(unit ? { unit } : {}),
    });
  const isOfSims = subject.noun?.view === "sims" || subject.noun === null;
  const ofSims = (moved !== null && isOfSims) || (isRanked && subject.noun?.view === "sims");
  const isYesNo = asksWhether(task.words) && subject.dims.length + groups.length === 0;
  const isListed = ofSims && !isYesNo && subject.dims.length === 0 && groups.length === 0;
  const groupBy = isListed
    ? simGroup(from)
    : groupMembers(
        [
          ...dimGroups(task),
          ...groups,
          ...takeGrains(task).map((grain) => ({ k: "grain", grain }) as const),
        ],
        from,
        time,
      );
  if (order.superlative && groupBy.length === 0)
    throw new Trouble("By SIM, by customer, or by what else?", "value");
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
    ...(having.length > 0 && !isYesNo && groupBy.length > 0 ? { having } : {}),
    ...(isCounted ? { countGroups: "sims" } : {}),
    ...(order.direction && groupBy.length > 0
      ? {
          orderBy: [{ by: (measures.at(-1) ?? measures[0])?.as ?? "", direction: order.direction }],
        }
      : {}),
    ...(order.limit ? { limit: order.limit } : {}),
  };
}

/** Nobody has used anything of it yet. */
function isAhead(span: TimeSpan, today: string): boolean {
  return span.k === "days" && span.from !== undefined && span.from > today;
}

/** "fell most": the smallest change first. */
function ofFall<O extends ReturnType<typeof takeOrder>>(order: O): O {
  if (!order.direction) return order;
  return { ...order, direction: order.direction === "desc" ? "asc" : "desc" };
}

/** The measure over those of its rows that pass. */
export function within(measure: Measure, during: Filter): Measure {
  if ("op" in measure)
    return { ...measure, a: within(measure.a, during), b: within(measure.b, during) };
  if (!("agg" in measure) || "over" in measure)
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
