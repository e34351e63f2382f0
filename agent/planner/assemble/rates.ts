import type { Measure, Query } from "#query/query.ts";
import { relationBetween } from "#query/relations.ts";
import type { Cond, ItemOf, NounSem } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, COUNT, dimGroups, filtersOf, groupMembers, takeGroups, takeOrder } from "./common.ts";
import { countName } from "./count-views.ts";
import { Trouble } from "./trouble.ts";
import { takeTimes, takeWhere } from "./where.ts";

/** "tickets per 100 SIMs": rows of one kind for so many SIMs, SIMs without rows included. */
export function ratePerMany(task: Task): Query {
  const { pool, subject } = task;
  const [item, ...others] = pool.take("perMany");
  const rows = subject.events ?? subject.noun;
  const isOfSame = item !== undefined && rows !== null && item.noun.view === rows.view;
  if (isOfSame && others.length === 0 && (rows.view !== "sims" || item.times === 1))
    return ratePerRows(task, item, rows);
  if (!item || others.length > 0 || item.noun.view !== "sims" || !rows || rows.view === "sims")
    throw new Trouble("So many of what, per how many SIMs?", "group");
  if (!relationBetween("sims", rows.view)) throw new Trouble("That is not known per SIM.", "group");
  const groups = [...dimGroups(task), ...takeGroups(task)];
  const inner = filtersOf(task, rows.view);
  const ofRows = pool
    .take("value", (value) => inner.fitsOwn(value.cond))
    .map((value) => inner.of(value.cond));
  ofRows.push(...rows.conds.map((cond) => inner.of(cond, { noun: rows.view })));
  ofRows.push(...takeTimes(task, inner).where);
  const ofConds = pool.take("cond", (cond) => inner.fitsOwn(cond.cond));
  ofRows.push(...ofConds.map((cond) => inner.of(cond.cond)));
  const filters = filtersOf(task, "sims");
  const where = takeWhere(
    {
      ...task,
      subject: { ...subject, nounConds: subject.nounConds.filter(({ view }) => view === "sims") },
    },
    filters,
  );
  where.push(...item.noun.conds.map((cond) => filters.of(cond, { noun: "sims" })));
  const order = takeOrder(task);
  pool.take("agg");
  const groupBy = groupMembers(groups, "sims", null);
  const many = item.times === 1 ? "sim" : `${item.times}_sims`;
  const as = `${countName(rows.view, false)}_per_${many}`;
  const counted: Measure = { related: rows.view, measure: { agg: "count", ...and(ofRows) } };
  return {
    from: "sims",
    measures: [{ as, measure: rateOf(item.times, counted, COUNT) }],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
    ...(order.direction && groupBy.length > 0
      ? { orderBy: [{ by: as, direction: order.direction }] }
      : {}),
    ...(order.limit ? { limit: order.limit } : {}),
  };
}

function rateOf(times: number, a: Measure, b: Measure): Measure {
  return times === 1 ? { op: "ratio", a, b } : { op: "rate", times, a, b };
}

/** "Rejects per 100 attaches": two kinds of the same rows, of which each has its own conditions. */
function ratePerRows(
  task: Task,
  { times, noun, start, end }: ItemOf<"perMany">,
  rows: NounSem,
): Query {
  const { subject, words } = task;
  const { view: from } = rows;
  const groups = [...dimGroups(task), ...takeGroups(task)];
  const filters = filtersOf(task, from);
  const isOwn = ({ cond }: { cond: Cond }) =>
    rows.conds.includes(cond) || noun.conds.includes(cond);
  const nounConds = subject.nounConds.filter((one) => !isOwn(one));
  const where = takeWhere({ ...task, subject: { ...subject, nounConds } }, filters);
  const { where: timeWhere, member } = takeTimes(task, filters);
  const count = ({ conds }: NounSem): Measure => {
    const { where: own } = and(conds.map((cond) => filters.of(cond, { noun: from })));
    return { agg: "count", ...(own ? { where: own } : {}) };
  };
  const order = takeOrder(task);
  const groupBy = groupMembers(groups, from, member);
  const said = words
    .slice(start, end)
    .join("_")
    .replace(/[^a-z0-9]+/g, "_");
  const as = `rate_${said}`.slice(0, 40);
  const [a, b] = [count(rows), count(noun)];
  const measure = rateOf(times, a, b);
  return {
    from,
    measures: [{ as, measure }],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and([...where, ...timeWhere]),
    ...(order.direction && groupBy.length > 0
      ? { orderBy: [{ by: as, direction: order.direction }] }
      : {}),
    ...(order.limit ? { limit: order.limit } : {}),
  };
}
