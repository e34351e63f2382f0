import { isList } from "#query/mode.ts";
import type { Filter, Measure, Query } from "#query/query.ts";
import { relationBetween } from "#query/relations.ts";

type Measures = NonNullable<Query["measures"]>;

/** Two answers of one row as one, each figure over its own rows; null where no query says both. */
export function together(a: Query, b: Query): Query | null {
  const [first, second] = [single(a), single(b)];
  if (!first || !second) return null;
  const from = a.from === b.from || related(a, b) ? a.from : related(b, a) ? b.from : null;
  if (!from) return null;
  const measures = [a, b].flatMap((query, index) => figuresOn(query, from, index));
  return measures.length === 2 ? { from, measures } : null;
}

function single(query: Query): Measures[number] | null {
  const [measure, ...others] = query.measures ?? [];
  const isPlain = !isList(query) && !query.groupBy && !query.having && !query.limit;
  return isPlain && measure && others.length === 0 ? measure : null;
}

/** Rows that may belong to no SIM, and would be lost. */
const OF_NO_SIM: ReadonlySet<Query["from"]> = new Set([
  "alerts",
  "alert_rules",
  "audit_logs",
  "rate_plans",
  "support_tickets",
]);

/** SIMs reach what happened to them, and add it up. */
function related(root: Query, other: Query): boolean {
  const measure = single(other)?.measure;
  const isAdded = measure && "agg" in measure && ["sum", "count"].includes(measure.agg);
  return (
    root.from === "sims" &&
    Boolean(isAdded) &&
    !OF_NO_SIM.has(other.from) &&
    relationBetween("sims", other.from) !== null
  );
}

function figuresOn(query: Query, from: Query["from"], index: number): Measures {
  const figure = single(query);
  const measure = figure && scoped(figure.measure, query.where);
  if (!measure) return [];
  const as = index === 0 ? figure.as : `${figure.as}_of_these`.slice(0, 40);
  return [
    { ...figure, as, measure: query.from === from ? measure : { related: query.from, measure } },
  ];
}

/** The measure over the rows that the query was about; null where it cannot carry that itself. */
function scoped(measure: Measure, where: Filter | undefined): Measure | null {
  if ("op" in measure) {
    const [a, b] = [scoped(measure.a, where), scoped(measure.b, where)];
    return a && b ? { ...measure, a, b } : null;
  }
  if (!("agg" in measure) || "over" in measure || measure.per) return null;
  const both = [measure.where, where].filter((filter) => filter !== undefined);
  const [one] = both;
  return one ? { ...measure, where: both.length > 1 ? { and: both } : one } : measure;
}
