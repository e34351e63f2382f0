import type { ForecastColumns } from "#analytics/fleet/columns.ts";
import { FORECAST_DAYS } from "#analytics/fleet/types.ts";
import { fleetNow } from "#core/clock.ts";
import { addDays } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";

/** What was forecast for days that have passed is kept so long, to be compared with what came. */
const PAST_DAYS = 7;

/** Puts the forecasts of a range of SIMs in place of what was forecast for the same days. */
export async function writeForecasts(
  sql: Transaction,
  asOf: string,
  { firstIccid, lastIccid }: { readonly firstIccid: string; readonly lastIccid: string },
  parts: readonly ForecastColumns[],
): Promise<void> {
  await sql`
    delete from store.forecasts where iccid between ${firstIccid} and ${lastIccid}
      and (day > ${asOf}::date or day <= ${addDays(asOf, -PAST_DAYS)}::date or source = 'sample')`;
  const column = (place: number) =>
    sql.unsafe(`v[${place * FORECAST_DAYS + 1}:${(place + 1) * FORECAST_DAYS}]`);
  // One array a SIM: five columns of all days, one after the other.
  for (const part of parts) {
    await sql`
      insert into store.forecasts
        (iccid, day, predicted, lower_80, upper_80, lower_95, upper_95, model, computed_at)
      select f.iccid, ${asOf}::date + d.ahead::integer, d.predicted, d.lower_80, d.upper_80, d.lower_95,
        d.upper_95, 'simon-' || f.class, ${fleetNow()}
      from unnest(${part.iccid}::text[], ${part.class}::text[], ${part.days}::text[])
        as f (iccid, class, days)
      cross join lateral (select f.days::bigint[] as v offset 0) as packed
      cross join lateral unnest(${column(0)}, ${column(1)}, ${column(2)}, ${column(3)}, ${column(4)})
        with ordinality as d (predicted, lower_80, upper_80, lower_95, upper_95, ahead)`;
  }
}
