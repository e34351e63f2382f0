import { isLike } from "#analytics/anomalies/feedback.ts";
import { dayAfter } from "#analytics/calendar.ts";
import { FOLDED_WITHIN_DAYS } from "#analytics/cohorts/to-event.ts";
import type { CohortEvent } from "#analytics/detect-cohorts.ts";
import { RECENT_DAYS } from "#analytics/fleet/types.ts";
import { fleetNow } from "#core/clock.ts";
import { addDays } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";

interface Known {
  readonly id: number;
  readonly cohort: string;
  readonly day: string;
  readonly lastDay: string;
  readonly observed: number;
  readonly expected: number;
  readonly days: number;
  readonly status: string;
  readonly isTouched: boolean;
}

/**
 * Events of groups, a row each. One that was found before is brought up to date; what a person dismissed stays quiet,
 * and what is like it does. SIMs' own anomalies of the same matter are told by the event.
 */
export async function writeCohorts(
  sql: Transaction,
  asOf: string,
  events: readonly CohortEvent[],
): Promise<void> {
  const since = addDays(asOf, 1 - RECENT_DAYS);
  const known = await knownOf(sql);
  const again = new Set<number>();
  for (const event of events.filter(({ lastDay }) => lastDay >= since)) {
    const own = known.filter(({ cohort }) => cohort === event.cohort);
    const dismissed = own.find((row) => row.status === "dismissed" && isLike(event, likeOf(row)));
    const same = dismissed ?? own.find((row) => !again.has(row.id) && isSame(row, event));
    if (same) again.add(same.id);
    if (!same) await insert(sql, event);
    else if (!dismissed || isSame(same, event)) await update(sql, same.id, event);
    await fold(sql, event);
  }
  const gone = known.filter(({ id, lastDay, isTouched }) => {
    return !again.has(id) && !isTouched && lastDay >= since;
  });
  await sql`delete from store.anomalies where id = any(${gone.map(({ id }) => id)}::bigint[])`;
}

function knownOf(sql: Transaction): Promise<Known[]> {
  return sql<Known[]>`
    select id, cohort, day, coalesce(last_day, day) as "lastDay", coalesce(observed, 0) as observed,
      coalesce(expected, 0) as expected, coalesce(last_day, day) - day + 1 as days, status,
      status <> 'open' or assigned_to is not null as "isTouched"
    from store.anomalies where kind = 'cohort' and iccid is null order by id`;
}

/** An event has no kind of its own that a person could tell from another. */
const likeOf = ({ observed, expected, days }: Known) => ({
  kind: "cohort" as const,
  observed,
  expected,
  days,
});

function isSame(row: Known, event: CohortEvent): boolean {
  const sign = (each: { observed: number; expected: number }) => each.observed > each.expected;
  return (
    row.day <= dayAfter(event.lastDay, 1) &&
    event.day <= dayAfter(row.lastDay, 1) &&
    sign(row) === sign(event)
  );
}

const rowOf = (event: CohortEvent) => ({
  day: event.day,
  last_day: event.lastDay,
  is_ongoing: event.isOngoing,
  observed: Math.round(event.observed),
  expected: Math.round(event.expected),
  score: event.score,
  severity: event.severity,
  reason: event.reason,
  next_step: event.nextStep,
  members: event.members,
  moved_iccids: event.moved as string[],
});

async function insert(sql: Transaction, event: CohortEvent): Promise<void> {
  const row = { kind: "cohort", cohort: event.cohort, detected_at: fleetNow(), ...rowOf(event) };
  await sql`insert into store.anomalies ${sql(row)}`;
}

async function update(sql: Transaction, id: number, event: CohortEvent): Promise<void> {
  await sql`update store.anomalies set ${sql(rowOf(event))} where id = ${id}`;
}

/** What somebody dealt with stays as a row, and says to which event it belongs. */
async function fold(sql: Transaction, { cohort, day, lastDay, folds, moved }: CohortEvent) {
  const isToldBy = sql`
    iccid = any(${moved as string[]}::text[]) and kind = any(${folds as string[]}::text[])
    and day <= ${dayAfter(lastDay, FOLDED_WITHIN_DAYS)}::date
    and coalesce(last_day, day) >= ${dayAfter(day, -FOLDED_WITHIN_DAYS)}::date`;
  await sql`
    delete from store.anomalies where ${isToldBy} and status = 'open' and assigned_to is null`;
  await sql`update store.anomalies set cohort = ${cohort} where ${isToldBy} and status <> 'dismissed'`;
}
