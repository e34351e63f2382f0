import { Group as Sum } from "#analytics/forecast.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { numbersOf } from "./batch/analysis-run.ts";
import type { Grouping } from "./subject.ts";

export interface GroupForecast {
  /** The last whole day that it is based on; its days follow. */
  readonly asOf: string;
  /** SIMs in use whose forecasts it adds up. */
  readonly sims: number;
  /** `outlook(horizonDays)` gives its days and their total, 90 at most. */
  readonly sum: Sum;
  readonly computedAt: Date;
}

/** What the last analysis expects a group to use: the sum of its SIMs' forecasts. Null where there is none. */
export async function readGroupForecast(
  actor: Actor,
  { by, name = "" }: { readonly by: Grouping; readonly name?: string | undefined },
): Promise<GroupForecast | null> {
  const [row] = await asActor(
    actor,
    (sql) => sql<{ asOf: string; sims: number; state: Buffer; computedAt: Date }[]>`
      select as_of as "asOf", sims, state, computed_at as "computedAt" from store.group_forecasts
      where kind = ${by} and name = ${by === "fleet" ? "" : name}`,
  );
  if (!row) return null;
  const { state, ...known } = row;
  return { ...known, sum: Sum.of(numbersOf(state)) };
}
