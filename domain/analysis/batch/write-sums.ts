import type { Group } from "#analytics/forecast.ts";
import { fleetNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { bytesOf } from "./analysis-run.ts";
import { sumOfKey } from "./sums.ts";

/** Puts the forecasts of the fleet and its groups in place of the last ones. */
export async function writeSums(
  sql: Transaction,
  asOf: string,
  sums: ReadonlyMap<string, Group>,
): Promise<void> {
  await sql`delete from store.group_forecasts`;
  const rows = Array.from(sums, ([key, sum]) => ({
    ...sumOfKey(key),
    sims: sum.parts,
    state: bytesOf(sum.state()).toString("hex"),
  }));
  await sql`
    insert into store.group_forecasts (kind, name, as_of, sims, state, computed_at)
    select kind, name, ${asOf}, sims, decode(state, 'hex'), ${fleetNow()}
    from unnest(${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ name }) => name)}::text[],
      ${rows.map(({ sims }) => sims)}::int[], ${rows.map(({ state }) => state)}::text[])
      as s (kind, name, sims, state)`;
}
