import { unpackDays } from "#analytics/fleet/packed-days.ts";
import type { PackedDays } from "#analytics/fleet/types.ts";
import { addDays } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";
import { ANALYSED_DAYS } from "./analysed-sim.ts";
import { lastWholeDay } from "./last-whole-day.ts";
import type { Grouping } from "./subject.ts";

export interface Group {
  readonly by: Grouping;
  /** Of the fleet there is no name. */
  readonly name?: string | undefined;
}

export interface Member {
  readonly iccid: string;
  /** Bytes a day from its first day with use until the last whole day; the newest last. */
  readonly values: Float64Array;
}

interface Row extends PackedDays {
  readonly iccid: string;
}

/** The days of all SIMs of a group that used anything lately, as `simon_app`. For groups that fit into memory. */
export async function membersOf(
  sql: Transaction,
  group: Group,
): Promise<{ asOf: string | null; members: Member[] }> {
  const asOf = await lastWholeDay(sql);
  if (asOf === null) return { asOf, members: [] };
  const from = addDays(asOf, 1 - ANALYSED_DAYS);
  const rows = await sql<Row[]>`
    select s.iccid, u.days, u.values
    from store.sims s cross join lateral (
      select array_agg(day - ${from}::date)::text as days,
        array_agg(total_volume)::text as values
      from fleet.sim_usage_daily
      where iccid = s.iccid and day between ${from}::date and ${asOf}::date
    ) as u
    where u.days is not null and ${isIn(sql, group)} order by s.iccid`;
  const members = rows.flatMap(({ iccid, ...packed }) => {
    const values = new Float64Array(ANALYSED_DAYS);
    unpackDays(packed, values);
    const first = values.findIndex((bytes) => bytes > 0);
    return first < 0 ? [] : [{ iccid, values: values.subarray(first) }];
  });
  return { asOf, members };
}

/** For SIMs that are `s`: those of the group that are in use, as the analysis of the fleet takes them. */
export function isIn(sql: Transaction, { by, name = "" }: Group) {
  const isUsable = sql`s.status = 'active'`;
  switch (by) {
    case "fleet":
      return isUsable;
    case "customer":
      return sql`${isUsable} and s.customer = ${name}`;
    case "country":
      return sql`${isUsable} and s.country = ${name}`;
    case "tag":
      return sql`${isUsable} and ${name} = any(s.tags)`;
  }
}
