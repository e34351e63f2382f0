import { conjuncts } from "#query/conjuncts.ts";
import type { Filter, Measure, Query } from "#query/query.ts";
import { simColumn } from "#query/relations.ts";
import { simFilter } from "#query/sim-side.ts";

/**
 * What said which SIMs a query listed or counted, as conditions on a SIM. `shown`: the ICCIDs of the rows.
 * Null where the rows are something else, and where conditions alone cannot say which they were.
 */
export function listedSims(query: Query | null, shown: readonly string[] = []): Filter[] | null {
  if (!query) return null;
  if (query.limit) return ranked(query, shown);
  if (query.from === "sims" && !query.groupBy && !query.having)
    return isOfEachSim(query) ? conjuncts(query.where) : null;
  if (!query.groupBy && USAGE.has(query.from)) return whoUsed(query);
  return withSoMany(query);
}

const USAGE: ReadonlySet<Query["from"]> = new Set<Query["from"]>(["sim_usage", "sim_usage_daily"]);

/** "How much did the fridges use last week?": the fridges; null where nothing said whose usage it was. */
function whoUsed({ from, where }: Query): Filter[] | null {
  const ofSims = conjuncts(where).flatMap((filter) => simFilter(from, filter) ?? []);
  return ofSims.length > 0 ? ofSims : null;
}

/** "the five heaviest": by name, where every one of them was shown. */
function ranked(query: Query, shown: readonly string[]): Filter[] | null {
  const isOfSims = query.groupBy ? isGroupedBySim(query) : query.from === "sims";
  if (!isOfSims || query.firstPer || shown.length !== query.limit) return null;
  return [{ member: "sims.iccid", op: "in", values: [...shown] }];
}

/** SIMs, with figures of their own or their number: all of them that pass the conditions. */
function isOfEachSim({ measures = [] }: Query): boolean {
  return measures.every(
    ({ measure }) =>
      "related" in measure ||
      ("agg" in measure && measure.agg === "count" && !measure.where && !measure.per),
  );
}

/** "SIMs with more than 3 rejects yesterday", counted by SIM. */
function withSoMany({ from, groupBy, having, measures, where }: Query): Filter[] | null {
  const [bound, ...others] = having ?? [];
  if (!bound || others.length > 0 || bound.value === undefined) return null;
  if (!groupBy || !isGroupedBySim({ from, groupBy })) return null;
  const measure = measures?.find(({ as }) => as === bound.measure)?.measure;
  if (!measure || !isPlain(measure)) return null;
  const all = conjuncts(where);
  const ofSims = all.flatMap((filter) => simFilter(from, filter) ?? []);
  const ofRows = all.filter((filter) => simFilter(from, filter) === null);
  return [
    ...ofSims,
    {
      related: from,
      ...(ofRows.length > 0 && { where: { and: ofRows } }),
      having: { measure, op: bound.op, value: bound.value },
    },
  ];
}

function isGroupedBySim({ from, groupBy }: Pick<Query, "from" | "groupBy">): boolean {
  const names = [`${from}.${simColumn(from)}`, "sims.iccid", "sims.label"];
  const members = groupBy?.map(({ member }) => member) ?? [];
  return members.length > 0 && members.every((member) => names.includes(member));
}

function isPlain(measure: Measure): boolean {
  return "agg" in measure && !("over" in measure) && !measure.where && !measure.per;
}
