import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { readAsActor } from "#db/guard.ts";
import { SimFilters, simConditions } from "#domain/sims/sim-filters.ts";
import { Query } from "#query/query.ts";
import { runIds } from "#query/run-ids.ts";

/** Which SIMs an export holds: by filters, or those that a query names, in its order. */
export const ExportChoice = z.union([
  z.strictObject({ query: Query }),
  z.strictObject({ filters: SimFilters }),
]);
export type ExportChoice = z.output<typeof ExportChoice>;

/** As many rows as a sheet of Excel has. */
const QUERY_MAX_SIMS = 1_000_000;

/** @throws as `runIds` does */
export function simsOfQuery(actor: Actor, query: Query): Promise<string[]> {
  return runIds(actor, query, { names: ["iccid"], atMost: QUERY_MAX_SIMS });
}

export async function countSims(actor: Actor, choice: ExportChoice): Promise<number> {
  if ("query" in choice) return (await simsOfQuery(actor, choice.query)).length;
  const [row] = await readAsActor(
    actor,
    (sql) => sql<{ sims: number }[]>`
      select count(*) as sims from store.sims where ${simConditions(sql, choice.filters)}`,
  );
  return row?.sims ?? 0;
}
