import { dayAfter, dayNumber } from "#analytics/calendar.ts";
import type { DailySeries } from "#analytics/detect.ts";
import type { Transaction } from "#db/database.ts";

export type Surroundings = Required<Pick<DailySeries, "countries" | "operators" | "imeis">>;

interface Span {
  readonly iccid: string;
  readonly firstDay: string;
  /** Days from the first one on. */
  readonly days: number;
}

/** Where and in which device a SIM was on each of its days, as far as that is on record. As `simon_app`. */
export async function surroundingsOf(sql: Transaction, span: Span): Promise<Surroundings> {
  const { iccid, firstDay, days } = span;
  const end = dayAfter(firstDay, days);
  const [places, [device]] = await Promise.all([
    sql<{ day: string; country: string | null; operator: string | null }[]>`
      select distinct ("timestamp" at time zone 'UTC')::date as day, country, operator
      from fleet.sim_usage
      where iccid = ${iccid} and "timestamp" >= ${firstDay}::date and "timestamp" < ${end}::date`,
    sql<{ imei: string | null; changed_on: string | null }[]>`
      select s.imei, (select max((e.occurred_at at time zone 'UTC')::date) from store.connection_events e
        where e.iccid = s.iccid and e.type = 'imei_change'
          and e.occurred_at >= ${firstDay}::date and e.occurred_at < ${end}::date) as changed_on
      from store.sims s where s.iccid = ${iccid}`,
  ]);
  const first = dayNumber(firstDay);
  const of = (what: "country" | "operator") =>
    rarest(
      places.flatMap((place) => {
        const value = place[what];
        return value === null ? [] : { day: dayNumber(place.day) - first, value };
      }),
      days,
    );
  return {
    countries: of("country"),
    operators: of("operator"),
    imeis: device?.changed_on
      ? devices(device.imei, dayNumber(device.changed_on) - first, days)
      : new Array<null>(days).fill(null),
  };
}

/** Of a day with several, the one that is seen on the fewest days: what is new must not hide behind what is usual. */
export function rarest(
  seen: readonly { readonly day: number; readonly value: string }[],
  days: number,
): (string | null)[] {
  const counts = new Map<string, number>();
  for (const { value } of seen) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ofDays = new Array<string | null>(days).fill(null);
  for (const { day, value } of seen) {
    const other = ofDays[day] ?? null;
    const isRarer = other === null || (counts.get(value) ?? 0) < (counts.get(other) ?? 0);
    if (isRarer) ofDays[day] = value;
  }
  return ofDays;
}

/** Only the present device is on record, and since when. */
export function devices(imei: string | null, changedOn: number, days: number): string[] {
  const now = imei ?? "of a device that is not on record";
  return Array.from({ length: days }, (_, day) =>
    day < changedOn ? "that of another device" : now,
  );
}
