import type { Filter, Measure, Query, View } from "#query/query.ts";
import type { Cond, ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and, dimGroups, filtersOf, groupMembers } from "./common.ts";
import { whereOf } from "./filters.ts";
import { Trouble } from "./trouble.ts";
import { takeWhere } from "./where.ts";

/** Rows that tell themselves where they came about. */
const PLACED: ReadonlySet<View> = new Set<View>(["connection_events", "sim_usage"]);

type Related = ItemOf<"cond"> & { readonly cond: Extract<Cond, { k: "related" }> };

const isRelated = (item: ItemOf<"cond">): item is Related => item.cond.k === "related";

/**
 * "Customers without a suspended SIM", "countries with no alerts last week", "customers with an open ticket
 * but no alert": groups of SIMs of which none has any rows, or some have. Null where none is to have none.
 */
export function groupsWithout(task: Task): Query | null {
  const { pool, subject } = task;
  if (!pool.peek("cond", isRelated).some(({ cond }) => cond.negated)) return null;
  const said = pool.take("cond", isRelated).filter(isRelated);
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
        op: one.cond.negated ? ("eq" as const) : ("gt" as const),
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
          having: counted.map(({ as, op }) => ({ measure: as, op, value: 0 })),
        }
      : {}),
  };

  /** A ticket may be of a customer and of no SIM. */
  function isOfCustomers({ cond }: Related): boolean {
    return cond.noun.view === "support_tickets" && subject.dims.includes("customer");
  }

  function byCustomer(one: Related): Filter {
    const { cond } = one;
    if (subject.dims.length > 1)
      throw new Trouble("Customers without tickets, by themselves or by what else?", "without");
    const of: Filter = { ...rowsOf(one), via: "customer" };
    return cond.negated ? { not: of } : of;
  }

  function countOf(one: Related): Measure {
    const { noun } = one.cond;
    if (noun.view === "sims")
      return { agg: "count", ...and(noun.conds.map((one) => filters.of(one, { noun: "sims" }))) };
    const { where: rows } = rowsOf(one);
    return { related: noun.view, measure: { agg: "count", ...(rows ? { where: rows } : {}) } };
  }

  function rowsOf(one: Related) {
    const within = times.filter((time) => !isNow(one, time)).map(({ time }) => time);
    const related = filters.related(one.cond.noun, within);
    if (!("related" in related)) throw new Trouble("Without any of what?", "without");
    return related;
  }

  /** "Had rejects yesterday but have no open alert": what is open is open now. */
  function isNow({ start, end }: Related, time: ItemOf<"time">): boolean {
    const isBehind = start > time.start && said.some((other) => other.start < time.start);
    return (
      isBehind && /\b(?:open|unresolved|pending)\b/.test(task.words.slice(start, end).join(" "))
    );
  }
}
