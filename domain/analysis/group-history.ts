import { addDays } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";
import { type Group, isIn } from "./members.ts";
import type { UsageForecast } from "./usage-forecast.ts";

const SHOWN_DAYS = 90;
/** Of so many SIMs fewer days are added up: somebody waits for them. */
const MANY_SIMS = 20_000;
const SHOWN_DAYS_OF_MANY = 30;

/** What the SIMs of a group used together on its newest days, as `simon_app`. */
export async function groupHistory(
  sql: Transaction,
  group: Group,
  { asOf, sims }: { readonly asOf: string; readonly sims: number },
): Promise<UsageForecast["history"]> {
  const days = sims > MANY_SIMS ? SHOWN_DAYS_OF_MANY : SHOWN_DAYS;
  const rows = await sql<{ day: string; bytes: number }[]>`
    select u.day, sum(u.total_volume) as bytes
    from fleet.sim_usage_daily u join store.sims s on s.iccid = u.iccid
    where u.day between ${addDays(asOf, 1 - days)}::date and ${asOf}::date and ${isIn(sql, group)}
    group by u.day order by u.day`;
  return rows.map(({ day, bytes }) => ({ day, bytes: Number(bytes) }));
}
