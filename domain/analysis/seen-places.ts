import { dayNumber } from "#analytics/calendar.ts";
import { RECENT_DAYS } from "#analytics/fleet/types.ts";
import { addDays } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";
import { ANALYSED_DAYS } from "./analysed-sim.ts";
import { devices, rarest, type Surroundings } from "./surroundings.ts";

/** What is new within the recent days was not there in these. */
const COMPARED_DAYS = RECENT_DAYS + 15;

interface Row {
  readonly iccid: string;
  readonly day: string;
  readonly country: string | null;
  readonly operator: string | null;
  readonly imei: string | null;
  readonly changed_on: string | null;
}

/**
 * The surroundings of many SIMs in the analysed days: of those only that changed anything lately, as the records of all
 * would be far more to read than their days. As `simon_app`.
 */
export async function seenPlaces(
  sql: Transaction,
  asOf: string,
  iccids: readonly string[],
): Promise<Map<string, Surroundings>> {
  const [from, end] = [addDays(asOf, 1 - ANALYSED_DAYS), addDays(asOf, 1)];
  const compared = addDays(asOf, 1 - COMPARED_DAYS);
  const recent = addDays(asOf, 1 - RECENT_DAYS);
  const rows = await sql<Row[]>`
    with moved as (
      select iccid from fleet.sim_usage
      where iccid = any(${iccids as string[]}::text[])
        and "timestamp" >= ${compared}::date and "timestamp" < ${end}::date
      group by iccid having min(country) <> max(country) or min(operator) <> max(operator)
    ), other_device as (
      select iccid, max((occurred_at at time zone 'UTC')::date) as changed_on from store.connection_events
      where iccid = any(${iccids as string[]}::text[]) and type = 'imei_change'
        and occurred_at >= ${recent}::date and occurred_at < ${end}::date
      group by iccid
    ), chosen as (
      select iccid from moved union select iccid from other_device
    )
    select distinct u.iccid, ("timestamp" at time zone 'UTC')::date as day, u.country, u.operator, s.imei,
      o.changed_on
    from fleet.sim_usage u join store.sims s on s.iccid = u.iccid
    left join other_device o on o.iccid = u.iccid
    where u.iccid in (select iccid from chosen)
      and "timestamp" >= ${from}::date and "timestamp" < ${end}::date`;
  const bySim = Map.groupBy(rows, ({ iccid }) => iccid);
  return new Map(Array.from(bySim, ([iccid, days]) => [iccid, surroundingsIn(days, from)]));
}

function surroundingsIn(rows: readonly Row[], from: string): Surroundings {
  const first = dayNumber(from);
  const of = (what: "country" | "operator") =>
    rarest(
      rows.flatMap((row) => {
        const value = row[what];
        return value === null ? [] : { day: dayNumber(row.day) - first, value };
      }),
      ANALYSED_DAYS,
    );
  const [{ imei = null, changed_on = null } = {}] = rows;
  return {
    countries: of("country"),
    operators: of("operator"),
    imeis: changed_on
      ? devices(imei, dayNumber(changed_on) - first, ANALYSED_DAYS)
      : new Array<null>(ANALYSED_DAYS).fill(null),
  };
}
