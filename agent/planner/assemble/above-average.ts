import { conjuncts } from "#query/conjuncts.ts";
import type { Measure, Query, View } from "#query/query.ts";
import { simColumn } from "#query/relations.ts";
import type { Item } from "../parse/items.ts";
import { AVERAGE_OF_ALL } from "../parse/rules-average.ts";
import { whereOf } from "./filters.ts";
import { isFilterPlaceable } from "./placing.ts";
import type { Subject } from "./subject.ts";
import { Trouble } from "./trouble.ts";

const AVERAGE = "average_of_all";

/**
 * "SIMs with usage above the average of all last month": the mark in the bound is made the average over all groups.
 *
 * @throws Trouble where the figure is none that each group has one of.
 */
export function aboveAverage(query: Query, { noun }: Subject): Query {
  if (!holdsMark(query)) return query;
  const isOfSims = noun?.view === "sims" && !noun.weak;
  const made = query.groupBy || !isOfSims ? query : perSim(query);
  const [bound, ...others] = made.having ?? [];
  const measure = made.measures?.find(({ as }) => as === bound?.measure);
  const isGrouped = (made.groupBy ?? []).length > 0;
  if (!bound || !measure || others.length > 0 || !isGrouped || bound.value !== AVERAGE_OF_ALL)
    throw unclear();
  const { value: _, ...held } = bound;
  const { unit } = measure;
  return {
    ...made,
    measures: [
      ...(made.measures ?? []),
      { as: AVERAGE, measure: { mean: measure.measure }, ...(unit ? { unit } : {}) },
    ],
    having: [{ ...held, other: AVERAGE }],
    ...(made.orderBy || made.countGroups
      ? {}
      : { orderBy: [{ by: measure.as, direction: "desc" }] }),
  };
}

function holdsMark(query: Query): boolean {
  return JSON.stringify(query).includes(`${AVERAGE_OF_ALL}`);
}

/** "Which customers are above average": of which figure? */
export function refuseNoFigure(item: Item): void {
  if (item.cat !== "threshold" || item.quantity.unit !== "mean") return;
  throw new Trouble("The average of which figure?", "value", [
    "Which SIMs used more than the average last month?",
    "Which customers used more than the average last month?",
    "Customers with more open tickets than average",
    "SIMs with more alerts than average last month",
  ]);
}

function unclear(): Trouble {
  return new Trouble(
    "Those above or below the average of all cannot be picked by that figure. The average itself, or the largest ones in their order?",
    "average",
  );
}

/** The figure of each SIM as a group of its own rows: what SIMs have on average is over those that have any. */
function perSim(query: Query): Query {
  const filters = conjuncts(query.where);
  const related = filters.filter(
    (filter) => "related" in filter && filter.having?.value === AVERAGE_OF_ALL,
  );
  const [bound, ...others] = related;
  if (!bound || !("related" in bound) || !bound.having || others.length > 0 || bound.via)
    throw unclear();
  const { related: view, having, where } = bound;
  const column = simColumn(view);
  const rest = filters.filter((filter) => filter !== bound);
  if (!column || !rest.every((filter) => isFilterPlaceable(filter, view))) throw unclear();
  const counts = query.measures?.some(({ measure }) => isCount(measure));
  return {
    from: view,
    measures: [{ as: nameOf(view, having.measure), measure: having.measure }],
    groupBy: [{ member: `${view}.${column}` }, ...(counts ? [] : [{ member: "sims.label" }])],
    ...whereOf([...conjuncts(where), ...rest]),
    having: [{ measure: nameOf(view, having.measure), op: having.op, value: AVERAGE_OF_ALL }],
    ...(counts ? { countGroups: "sims" } : {}),
    ...(query.limit && !counts ? { limit: query.limit } : {}),
  };
}

function isCount(measure: Measure): boolean {
  return "agg" in measure && measure.agg === "count";
}

function nameOf(view: View, measure: Measure): string {
  if ("agg" in measure && measure.agg === "count") return view;
  return "agg" in measure && "of" in measure ? (measure.of.split(".")[1] ?? "figure") : "figure";
}
