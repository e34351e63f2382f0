import { conjuncts } from "#query/conjuncts.ts";
import type { Filter, GroupBy, Measure, Query, View } from "#query/query.ts";
import type { Item } from "../parse/items.ts";
import { and } from "./common.ts";
import { Trouble } from "./trouble.ts";

/**
 * "Alerts per customer, including customers without any": the groups are those of the SIMs (of the rules, of the
 * plans), and the rows are counted for each, so that none is left out. Time that is split fills its own gaps.
 *
 * @throws Trouble where the groups cannot be known beforehand.
 */
export function withZeroGroups(items: readonly Item[], query: Query): Query {
  const isAsked = items.some((item) => item.cat === "word" && item.word === "fill");
  const groups = query.groupBy ?? [];
  if (!isAsked || groups.length === 0 || groups.some(({ grain }) => grain)) return query;
  if (query.measures?.every(({ measure }) => isOverSims(measure))) return query;
  const base = baseOf(query.from, groups);
  const isPlain = !query.having && !query.firstPer && !query.countGroups && !query.limit;
  if (!base || !isPlain || !query.measures?.every(({ measure }) => isAdded(measure)))
    throw new Trouble(
      "Groups without rows cannot be shown beside these. Only those with rows?",
      "group",
    );
  const { own, others } = split(query, base);
  const measures = query.measures.map((wanted) => ({
    ...wanted,
    measure: { related: query.from, measure: narrowed(wanted.measure, own) },
  }));
  const orderBy = query.orderBy?.map((order) => ({ ...order, by: renamed(order.by, base) }));
  const shape =
    base.columns.length > 0
      ? { columns: base.columns }
      : { groupBy: groups.map(({ member }) => ({ member })) };
  return {
    from: base.from,
    ...shape,
    measures,
    ...and(others),
    ...(orderBy ? { orderBy } : {}),
    ...(query.zone ? { zone: query.zone } : {}),
  };
}

interface Base {
  readonly from: View;
  /** Where each of its rows is a group. */
  readonly columns: string[];
}

function baseOf(from: View, groups: readonly GroupBy[]): Base | null {
  const members = groups.map(({ member }) => member);
  if (members.join() === "alert_rules.name" && from === "alerts")
    return { from: "alert_rules", columns: members };
  if (members.join() === "sims.rate_plan" && from === "sims")
    return { from: "rate_plans", columns: ["rate_plans.name"] };
  if (from === "sims" || from === "alert_rules" || from === "rate_plans") return null;
  const ofSims = members.map((member) => (member === `${from}.iccid` ? "sims.iccid" : member));
  if (!ofSims.every((member) => member.startsWith("sims."))) return null;
  return { from: "sims", columns: ofSims.includes("sims.iccid") ? ofSims : [] };
}

function renamed(by: string, { columns }: Base): string {
  if (by.endsWith(".iccid")) return "sims.iccid";
  return by === "sims.rate_plan" && columns[0] === "rate_plans.name" ? "rate_plans.name" : by;
}

function isOverSims(measure: Measure): boolean {
  const text = JSON.stringify(measure);
  return text.includes('"over"') || text.includes('"per"');
}

function isAdded(measure: Measure): boolean {
  return "agg" in measure && !("over" in measure) && /^(?:count|sum)$/.test(measure.agg);
}

/** What is said of the rows, which only they have to pass, and what is said of their groups. */
function split(query: Query, base: Base): { own: Filter[]; others: Filter[] } {
  const said = conjuncts(query.where).filter((filter) => !isKnown(filter));
  if (JSON.stringify(said).includes('"related"'))
    throw new Trouble("Which groups are meant?", "group");
  const isOfGroups = (filter: Filter) =>
    base.from !== query.from && viewsOf(filter).every((view) => view === base.from);
  return { own: said.filter((filter) => !isOfGroups(filter)), others: said.filter(isOfGroups) };
}

function viewsOf(filter: Filter): (string | undefined)[] {
  const members = JSON.stringify(filter).matchAll(
    /"(?:member|time|recurring|other)":"([a-z_]+)\./g,
  );
  return [...members].map(([, view]) => view);
}

/** "customer is known": of groups that are there it always is. */
function isKnown(filter: Filter): boolean {
  return "op" in filter && filter.op === "is_not_null";
}

function narrowed(measure: Measure, own: readonly Filter[]): Measure {
  if (!("agg" in measure) || "over" in measure) return measure;
  const all = [...conjuncts(measure.where), ...own];
  return { ...measure, ...and(all) };
}
