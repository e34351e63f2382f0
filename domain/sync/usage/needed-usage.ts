import { fleetNow, wallNow } from "#core/clock.ts";
import { addDays, toDay } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";
import { streamingSince } from "../streaming.ts";
import { lastDayOver } from "./last-day-over.ts";

/** A SIM whose days are to be read, with the signs that it had when it was chosen. */
export interface NeededUsage {
  readonly iccid: string;
  readonly complete_until: string | null;
  readonly activated_at: Date | null;
  readonly remaining: number | null;
  readonly last_seen_at: Date | null;
  /** Only because it was long ago: earlier days may have been corrected. */
  readonly is_aged: boolean;
  /** What is later than this day is pushed; null where it is to be read. */
  readonly pushed_after: string | null;
}

const HOUR_MS = 3_600_000;
const AGED_MS = 7 * 24 * HOUR_MS;
const FAILED_AGAIN_MS = 6 * HOUR_MS;

/**
 * SIMs whose days would tell something new: those that were never read, those of which less is left of the quota
 * or which were on a network since, and those that were read long ago. Where records of a SIM are pushed, it is
 * read until the first whole day of the stream is over, with which what came before it is settled. Moved ones
 * first, the oldest of them first.
 */
export async function neededUsage(
  sql: Transaction,
  limit: number,
): Promise<{ readonly sims: readonly NeededUsage[]; readonly count: number }> {
  const now = wallNow().getTime();
  const since = await streamingSince(sql);
  const firstDay = since && addDays(toDay(since), 1);
  await adoptRemaining(sql);
  const rows = await sql<(NeededUsage & { count: number })[]>`
    with signs as (
      select p.iccid, u.complete_until, s.activated_at, q.remaining, s.last_seen_at, u.tried_at,
        u.seen_at, u.read_at,
        u.read_at is not null and (q.remaining <> u.remaining or s.last_seen_at > u.seen_at
          or s.data_heard_at >= u.read_at) as has_moved,
        ${firstDay}::date as first_day, s.data_heard_at >= u.read_at as is_heard,
        s.data_heard_at is not null and ${firstDay}::date <= ${lastDayOver(fleetNow())}::date as is_over
      from store.provider_sims p
      join store.sims s on s.organization_id = p.organization_id and s.iccid = p.iccid
      left join store.provider_usage_reads u on u.organization_id = p.organization_id and u.iccid = p.iccid
      left join store.provider_quotas q
        on q.organization_id = p.organization_id and q.iccid = p.iccid and q.type = 'data'
      where p.gone_at is null
    ), needs as (
      select *, case
          when has_moved and (is_heard is not true or first_day is null or complete_until < first_day) then 1
          when is_over and complete_until < first_day then 1
          when read_at is null and (tried_at is null or tried_at < ${new Date(now - FAILED_AGAIN_MS)}) then 2
          when read_at < ${new Date(now - AGED_MS)} then 3
        end as need
      from signs
    )
    select iccid, complete_until, activated_at, remaining, last_seen_at, need = 3 as is_aged,
      case when is_heard or is_over then least(first_day, ${toDay(fleetNow())}::date) end as pushed_after,
      count(*) over () as count
    from needs where need is not null
    order by need, tried_at nulls first, iccid limit ${limit}`;
  return { sims: rows, count: rows[0]?.count ?? 0 };
}

/** Of SIMs whose days were read before their quota: from now on its moves count. */
async function adoptRemaining(sql: Transaction): Promise<void> {
  await sql`
    update store.provider_usage_reads u set remaining = q.remaining
    from store.provider_quotas q
    where q.organization_id = u.organization_id and q.iccid = u.iccid and q.type = 'data'
      and u.remaining is null and u.read_at is not null and q.remaining is not null`;
}
