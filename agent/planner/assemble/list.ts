import { CATALOGUE, memberOf as memberNamed } from "#query/catalogue.ts";
import { memberType } from "#query/measure-type.ts";
import type { Member, Query, View } from "#query/query.ts";
import { divisorOf, type Unit } from "#query/units.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import { memberOf } from "../parse/compose.ts";
import type { ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, filtersOf, takeOrder, takeUnit, unique } from "./common.ts";
import { amountOf } from "./comparing.ts";
import { BYTE_UNITS, TIME_UNITS } from "./figures.ts";
import { figuresOfFilters } from "./figures-of-filters.ts";
import { defaultTime, dimMember, isPlaceable } from "./placing.ts";
import { refuseAnything } from "./refuse-anything.ts";
import { rootWithColumns, showColumns } from "./show-columns.ts";
import { Trouble } from "./trouble.ts";
import { refuseUnboundContact } from "./unbound-contact.ts";
import { takeTimes, takeWhere } from "./where.ts";
import { askedValues } from "./yes-no.ts";

/** The rows themselves, with what the question asks to see of each. */
export function listRows(task: Task): Query {
  const { pool, subject } = task;
  const from = rootWithColumns(task, rootOf(task));
  const filters = filtersOf(task, from);
  const extra: Member[] = [];
  const types = new Set<"data" | "sms">();
  if (pool.peek("word", ({ word }) => word === "ratio").length > 0)
    throw new Trouble(
      "A ratio for each row cannot be shown yet. Both figures beside each other?",
      "value",
    );
  const second =
    subject.events && subject.events.view !== from && subject.noun?.view === from
      ? subject.events
      : null;
  if (second) {
    const own = defaultTime(from) === null;
    pool.put({
      cat: "cond",
      cond: { k: "related", noun: second },
      start: second.start,
      end: second.end,
      score: 0,
    });
    if (!own)
      throw new Trouble("Two kinds of rows at once: which ones do you want to see?", "value");
  }
  const both = pool.peek("value", (item) => item.dim === "quota_type").length > 1;
  if (both) pool.take("value", (item) => item.dim === "quota_type");
  const order = takeOrder(task);
  const few = takeFew(task);
  for (const item of pool.take("metric")) {
    const metric = metricOf(item.metric);
    if (from === "sim_quota" && metric.view === "sims") {
      if (!both) types.add(metric.member.startsWith("quota_sms.") ? "sms" : "data");
      continue;
    }
    if (metric.kind === "money" && !PRICED.has(from))
      throw new Trouble(`What ${CATALOGUE[from].noun[1]} cost is not recorded.`, "value");
    if (!isPlaceable(metric.member, from))
      throw new Trouble(
        `The ${metric.label} is not part of these rows.`,
        `left:${item.start}:${item.end}`,
      );
    extra.push(metric.member, ...(metric.columns ?? []));
    if (metric.view === "rate_plans") extra.push("rate_plans.currency");
    const quota = /^quota_(?:data|sms)/.exec(metric.member)?.[0];
    if (quota && pool.has("whichDay")) extra.push(`${quota}.expires_at`); // "…, and until when"
  }
  const shown = showColumns(task, from);
  extra.push(...shown.columns);
  for (const item of pool.peek("cond")) {
    if (item.cond.k === "metric") {
      const metric = metricOf(item.cond.metric);
      if (isPlaceable(metric.member, from)) extra.push(metric.member, ...(metric.columns ?? []));
    }
    if (item.cond.k === "time" || item.cond.k === "age")
      extra.push(...item.cond.members.filter((member) => isPlaceable(member, from)).slice(0, 1));
  }
  for (const item of pool.take("threshold")) {
    if (item.quantity.unit !== "bytes") throw new Trouble(`${item.quantity.said} of what?`, "unit");
    pool.put({
      cat: "cond",
      cond: {
        k: "metric",
        metric: subject.plans ? "included_data" : (AMOUNTS[from] ?? "usage"),
        op: item.op,
        quantity: item.quantity,
      },
      start: item.start,
      end: item.end,
      score: 0,
    });
  }
  const usage = pool.peek(
    "cond",
    (item) => item.cond.k === "metric" && item.cond.singleDay === true,
  )[0];
  if (usage?.cond.k === "metric") return dayRows(task, usage.cond);
  for (const item of pool.take("dim")) {
    const member = dimMember(item.dim, from);
    if (!member)
      throw new Trouble(
        `${CATALOGUE[from].noun[1]} have no such column.`,
        `left:${item.start}:${item.end}`,
      );
    extra.push(member);
  }
  for (const pred of pool.peek("pred"))
    extra.push(...pred.members.filter((member) => isPlaceable(member, from)).slice(0, 1));
  for (const item of askedValues(task)) {
    const member = item.cond.options
      .map((option) => memberOf(option.filter))
      .find((one) => one !== null && isPlaceable(one, from));
    if (member) extra.push(member);
  }
  refuseAnything(task);
  const where = takeWhere(task, filters);
  const [type] = types;
  if (type && types.size === 1) where.push({ member: "sim_quota.type", op: "eq", value: type });
  const measures = [...figuresOfFilters(where), ...shown.measures].slice(0, 8);
  for (const grain of pool.take("grain")) {
    const isOfChurn = extra.some((member) => member.startsWith("churn_risk."));
    const time =
      defaultTime(from) ?? extra.find(isDate) ?? (isOfChurn ? "churn_risk.predicted_date" : null);
    if (!time) throw new Trouble(`Per ${grain.grain}: of which date?`, "time");
    extra.push(time);
  }
  if (from === "sims") refuseUnboundContact(task);
  const hasPredOnly = pool.peek("time").length === 0 && pool.peek("pred").length > 0;
  if (hasPredOnly)
    pool.take(
      "pred",
      (pred) =>
        !narrows(task, pred) &&
        pred.members.some((member) => isPlaceable(member, from)) &&
        (subject.single ||
          from !== "sims" ||
          pool.asks("when") !== undefined ||
          pool.asks("which") !== undefined ||
          pool.has("with") ||
          extra.length > 1),
    );
  where.push(...takeTimes(task, filters).where);
  const unit = takeUnit(task, [...BYTE_UNITS, ...TIME_UNITS]);
  if (
    where.length === 0 &&
    (order.direction === undefined || (extra.length === 0 && !order.metric)) &&
    subject.noun === null &&
    !subject.plans
  )
    throw new Trouble("", "subject");
  const orderBy = byMeasure(order, extra, measures[0]?.as) ?? orderOf(task, from, order, extra);
  const ranked = order.metric && orderBy?.[0] ? [orderBy[0].by] : [];
  const columns = columnsOf(from, unique([...ranked, ...extra]), subject.plans);
  return {
    from,
    ...(columns ? { columns } : {}),
    ...unitsOf(unit, columns ? [...ranked, ...extra] : []),
    ...(measures.length > 0 ? { measures } : {}),
    ...and(where),
    ...(orderBy ? { orderBy } : {}),
    ...(order.limit || few ? { limit: order.limit ?? few } : {}),
  };
}

const MOST_ROWS = 1000;

/** "Show me 20 chargers", "5 open tickets": so many, in whatever order they come. */
function takeFew({ pool, subject }: Task): number | undefined {
  const [few] = pool.peek("number", ({ end }) => end === subject.noun?.start);
  const isSome = few && Number.isInteger(few.value) && few.value > 0 && few.value <= MOST_ROWS;
  if (!isSome || subject.noun?.plural !== true || pool.asks("count")) return undefined;
  pool.drop(few);
  return few.value;
}

/** What "above 250 MB" is said of, where the rows have an amount of their own. */
const AMOUNTS: Partial<Record<View, MetricName>> = {
  anomalies: "observed",
  audit_logs: "topped_up",
};

/** What has a price, or may save one. */
const PRICED: ReadonlySet<View> = new Set<View>([
  "sims",
  "rate_plans",
  "sim_quota",
  "quota_recommendations",
]);

/** "Id and hours": what was asked to be seen, in the unit that was named. */
function unitsOf(unit: Unit | undefined, shown: readonly Member[]): Pick<Query, "units"> {
  if (!unit) return {};
  const fits = unique(shown).filter(
    (member) => divisorOf(memberType(memberNamed(member).definition), unit) !== null,
  );
  return fits.length > 0 ? { units: fits.slice(0, 8).map((member) => ({ member, unit })) } : {};
}

const BEGUN = new Set(["sims.activated_at", "sims.deactivated_at"]);

/** "SIMs that were activated": only those that were; "their activation date" is a column. */
function narrows({ pool, subject, words }: Task, { members, start, end }: ItemOf<"pred">): boolean {
  if (!BEGUN.has(members[0] ?? "") || subject.single || pool.asks("when")) return false;
  return /(ed|live|use|operation|service)$/.test(words.slice(start, end).join(" "));
}

function rootOf({ pool, subject }: Task): View {
  if (subject.plans) return "rate_plans";
  const both =
    pool.peek("value", (item) => item.dim === "quota_type").length > 1 ||
    (subject.single &&
      pool.peek("pred", (pred) => pred.members.includes("sim_quota.expires_at")).length > 0);
  if (both && (subject.noun === null || subject.noun.view === "sims")) return "sim_quota";
  const times =
    pool.peek("grain").length > 0 || (pool.asks("when") !== undefined && subject.events !== null);
  if (subject.events && subject.noun?.view === "sims" && times) return subject.events.view;
  if (subject.noun) return subject.noun.view;
  const metric = pool.peek("metric")[0];
  if (metric && metricOf(metric.metric).view === "rate_plans" && !subject.single)
    return "rate_plans";
  const value = pool.peek("value", (item) => item.dim !== "sim")[0];
  const only =
    value && new Set(value.cond.options.map((option) => option.view)).size === 1
      ? value.cond.options[0]?.view
      : undefined;
  return only && !subject.single ? only : "sims";
}

function dayRows(
  task: Task,
  cond: {
    metric: Parameters<typeof metricOf>[0];
    op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte";
    quantity: Parameters<typeof amountOf>[0];
  },
): Query {
  const metric = metricOf(cond.metric);
  task.pool.take("cond", (item) => item.cond.k === "metric" && item.cond.singleDay === true);
  const filters = filtersOf(task, metric.view);
  const where = takeWhere(task, filters);
  where.push(...takeTimes(task, filters).where, {
    member: metric.member,
    op: cond.op,
    value: amountOf(cond.quantity, metric),
  });
  return { from: metric.view, ...and(where) };
}

function columnsOf(from: View, extra: readonly Member[], _plans: boolean): Member[] | null {
  const defaults = CATALOGUE[from].defaultColumns;
  const added = extra.filter((member) => !defaults.includes(member));
  return added.length > 0 ? [...defaults, ...added].slice(0, 20) : null;
}

/** "Rules with their number of alerts, most first": by the only figure there is. */
function byMeasure(
  { direction, members, metric }: ReturnType<typeof takeOrder>,
  extra: readonly Member[],
  measure: string | undefined,
): Query["orderBy"] {
  const isOnly = !members && (!metric || metric === "usage") && extra.every(isDate);
  return direction && measure && isOnly ? [{ by: measure, direction }] : undefined;
}

function orderOf(
  task: Task,
  from: View,
  order: ReturnType<typeof takeOrder>,
  extra: readonly Member[],
): Query["orderBy"] {
  if (!order.direction) return undefined;
  const placeable = order.members?.find((member) => isPlaceable(member, from));
  if (order.metric && order.metric !== "usage")
    return [
      {
        by: metricOf(order.metric as Parameters<typeof metricOf>[0]).member,
        direction: order.direction,
      },
    ];
  if (placeable) {
    const next = order.after?.members.find((member) => isPlaceable(member, from));
    return [
      { by: placeable, direction: order.direction },
      ...(order.after && next ? [{ by: next, direction: order.after.direction }] : []),
    ];
  }
  const figure = extra.find((member) => !isDate(member));
  if (order.members === undefined && figure) return [{ by: figure, direction: order.direction }];
  if (order.members === undefined) {
    const dated = extra[0];
    if (dated) return [{ by: dated, direction: order.direction }];
    throw new Trouble("", task.pool.asks("count") ? "rank" : "rank");
  }
  const isOwn = (member: Member) => isDate(member) && member.startsWith(`${from}.`);
  const own = from === "sims" ? undefined : (HAPPENED[from] ?? defaultTime(from) ?? undefined);
  const time =
    extra.find(isOwn) ??
    own ??
    extra.find(isDate) ??
    HAPPENED[from] ??
    defaultTime(from) ??
    (from === "sims" ? "sims.activated_at" : null);
  if (!time) throw new Trouble("By which date?", "time");
  return [{ by: time, direction: order.direction }];
}

/** When rows came about, where the view's own time only knows the day. */
const HAPPENED: Partial<Record<View, Member>> = { anomalies: "anomalies.detected_at" };

function isDate(member: Member): boolean {
  return /(_at|_date|\.day|timestamp)$/.test(member);
}
