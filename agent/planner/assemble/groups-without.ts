import type { Comparator, Filter, Measure, Query, View } from "#query/query.ts";
import type { Cond, ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, COUNT, dimGroups, filtersOf, groupMembers } from "./common.ts";
import { whereOf } from "./filters.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

/** Rows that tell themselves where they came about. */
const PLACED: ReadonlySet<View> = new Set<View>(["connection_events", "sim_usage"]);

type Rows = ItemOf<"cond"> & { readonly cond: Extract<Cond, { k: "related" | "count" }> };

const isRows = (item: ItemOf<"cond">): item is Rows =>
  item.cond.k === "related" || (item.cond.k === "count" && item.cond.distinct === undefined);

/**
 * "Customers without a suspended SIM", "countries with no alerts last week", "customers with an open ticket
 * but no alert", "customers with suspended SIMs and open tickets": groups of SIMs of which none has any rows,
 * or some have. Null where none is to have none, and one kind of rows is named.
 */
export function groupsWithout(whole: Task): Query | null {
  const { pool, words } = whole;
  const joined = joinedRows(whole);
  const task = joined.length > 0 ? withoutNoun(whole) : whole;
  const { subject } = task;
  if (joined.length === 0 && (whole.subject.noun !== null || !isOfGroups(whole))) return null;
  const said = [...joined, ...pool.take("cond", isRows).filter(isRows)];
  if (joined.length > 0 && said.some(({ cond }) => cond.noun.metric !== undefined))
    throw new Trouble("Those of their SIMs that are so, or all that they have?", "value");
  const ofPlaces = subject.dims.some((dim) => dim === "operator" || dim === "country");
  if (ofPlaces && said.some(({ cond }) => !cond.negated && PLACED.has(cond.noun.view)))
    throw new Trouble(
      "Where the SIMs are now, or where it happened? Those that have such rows by themselves first.",
      "group",
    );
  const filters = filtersOf(task, "sims");
  const groupBy = groupMembers(dimGroups(task), "sims", null);
  const isTimed = said.some(({ cond }) => cond.noun.view !== "sims");
  const times = isTimed ? pool.take("time") : [];
  const ofCustomers = said.filter(isOfCustomers);
  const counted = said
    .filter((one) => !isOfCustomers(one))
    .map((one, index, all) => {
      const { view } = one.cond.noun;
      const isFirst = all.findIndex((other) => other.cond.noun.view === view) === index;
      return {
        as: isFirst ? view : `${view}_${index + 1}`,
        measure: countOf(one),
        ...boundOf(one),
      };
    });
  const where = [...takeWhere(task, filters), ...ofCustomers.map(byCustomer)];
  for (const { member } of groupBy) where.push({ member, op: "is_not_null" });
  return {
    from: "sims",
    groupBy,
    ...whereOf(where),
    ...(counted.length > 0
      ? {
          measures: counted.map(({ as, measure }) => ({ as, measure })),
          having: counted.map(({ as, op, value }) => ({ measure: as, op, value })),
        }
      : {}),
  };

  /** A ticket may be of a customer and of no SIM. */
  function isOfCustomers({ cond }: Rows): boolean {
    return cond.noun.view === "support_tickets" && subject.dims.includes("customer");
  }

  function byCustomer(one: Rows): Filter {
    const { cond } = one;
    if (subject.dims.length > 1)
      throw new Trouble("Customers without tickets, by themselves or by what else?", "without");
    const having =
      cond.k === "count" ? { having: { measure: COUNT, op: cond.op, value: cond.n } } : {};
    const of: Filter = { ...rowsOf(one), via: "customer", ...having };
    return cond.negated ? { not: of } : of;
  }

  function countOf(one: Rows): Measure {
    const { noun } = one.cond;
    if (noun.view === "sims")
      return { agg: "count", ...and(noun.conds.map((one) => filters.of(one, { noun: "sims" }))) };
    const { where: rows } = rowsOf(one);
    return { related: noun.view, measure: { agg: "count", ...(rows ? { where: rows } : {}) } };
  }

  function rowsOf(one: Rows) {
    const within = times.filter((time) => !isNow(one, time)).map(({ time }) => time);
    const related = filters.related(one.cond.noun, within);
    if (!("related" in related)) throw new Trouble("Without any of what?", "without");
    return related;
  }

  /** "Had rejects yesterday but have no open alert": what is open is open now. */
  function isNow({ start, end }: Rows, time: ItemOf<"time">): boolean {
    const isBehind = start > time.start && said.some((other) => other.start < time.start);
    return isBehind && /\b(?:open|unresolved|pending)\b/.test(words.slice(start, end).join(" "));
  }
}

/** None, at least one, or as many as were said. */
function boundOf({ cond }: Rows): { op: Comparator; value: number } {
  if (cond.k === "count") return { op: cond.op, value: cond.n };
  return { op: cond.negated ? "eq" : "gt", value: 0 };
}

/** "Customers without alerts", "… with more than 3 alerts and an open ticket". */
function isOfGroups({ pool, words }: Task): boolean {
  const said = pool.peek("cond", isRows).toSorted((a, b) => a.start - b.start);
  const isBounded = said.some(({ cond }) => cond.k === "count"); // "more than 5 SIMs without traffic"
  if (!isBounded && said.some(({ cond }) => cond.negated)) return true;
  const [first, ...others] = said;
  const areJoined = others.every(({ start }, index) =>
    words.slice(said[index]?.end ?? 0, start).some((word) => JOINTS.has(word)),
  );
  return first !== undefined && others.length > 0 && areJoined;
}

/** "With suspended SIMs and no open tickets": rows that the group has, each by itself, and not one that is both. */
function joinedRows({ pool, subject, words }: Task): Rows[] {
  const { noun, events, dims } = subject;
  if (dims.length === 0 || noun?.view !== "sims" || noun.weak || noun.conds.length === 0) return [];
  const rows = events && events !== noun ? [asRows(events)] : [];
  const others = [...rows, ...pool.peek("cond", isRows).filter(isRows)];
  const isJoined = ({ start }: Rows) =>
    start >= noun.end && words.slice(noun.end, start).some((word) => JOINTS.has(word));
  const isHad = words.slice(0, noun.start).some((word) => HAVING.has(word));
  if (others.length === 0 || !isHad || !others.every(isJoined)) return [];
  return [asRows(noun), ...rows];
}

const JOINTS = new Set(["and", "but", "yet", "&", "though", "plus"]);
const HAVING = new Set(["with", "have", "has", "having", "had"]);

function asRows({ start, end, score, ...noun }: ItemOf<"noun">): Rows {
  return { cat: "cond", cond: { k: "related", noun }, start, end, score };
}

function withoutNoun(task: Task): Task {
  return { ...task, subject: { ...task.subject, noun: null, events: null, nounConds: [] } };
}
