import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { ALIVE_MS, streamingSince } from "../streaming.ts";

/** A quota that is to be read, with the signs that it had when it was chosen. */
export interface NeededQuota {
  readonly iccid: string;
  readonly type: "data" | "sms";
  readonly level: string | null;
  readonly listed_total: number | null;
  readonly last_seen_at: Date | null;
}

const HOUR_MS = 3_600_000;
/** A quota without any sign is read again after so long; sooner where nobody pushes signs. */
const AGED_MS = 24 * HOUR_MS;
const AGED_WITH_STREAM_MS = 7 * 24 * HOUR_MS;
const FAILED_AGAIN_MS = 6 * HOUR_MS;

/**
 * Quotas whose reading would tell something new: another level or size in the list, a top-up from here, a
 * message or data since (a session, where only events are pushed), one that was never read, and the oldest. In
 * this order, the oldest first.
 */
export async function neededQuotas(
  sql: Transaction,
  limit: number,
): Promise<{ readonly quotas: readonly NeededQuota[]; readonly count: number }> {
  const now = wallNow().getTime();
  const agedMs = (await streamingSince(sql)) ? AGED_WITH_STREAM_MS : AGED_MS;
  const rows = await sql<(NeededQuota & { count: number })[]>`
    with bought as (
      select i.target as iccid, max(i.finished_at) as at
      from store.change_items i
      join store.change_sets c on c.organization_id = i.organization_id and c.id = i.change_id
      where c.tool in ('top_up', 'top_up_package', 'set_quota') and i.state in ('done', 'unknown')
        and i.finished_at > ${new Date(now - 7 * 24 * HOUR_MS)}
      group by 1
    ), signs as (
      select p.iccid, t.type, t.level, t.listed_total, s.last_seen_at, q.tried_at,
        case
          when q.read_at is not null and ((t.level, t.listed_total) is distinct from (q.level, q.listed_total)
            or b.at > q.read_at) then 1
          when q.read_at is not null and (case t.type
            when 'data' then s.data_heard_at >= q.read_at or (s.last_seen_at > q.seen_at and not is_usage_pushed)
            else s.sms_heard_at >= q.read_at or exists (select from store.sms_messages m
              where m.organization_id = p.organization_id and m.iccid = p.iccid
                and coalesce(m.delivered_at, m.sent_at) > q.seen_at) end) then 2
          when q.read_at is null and (q.tried_at is null or q.tried_at < ${new Date(now - FAILED_AGAIN_MS)}) then 3
          when q.read_at < ${new Date(now - agedMs)} then 4
        end as need
      from store.provider_sims p
      join store.sims s on s.organization_id = p.organization_id and s.iccid = p.iccid
      cross join lateral (values ('data', p.data_level, p.data_total), ('sms', p.sms_level, p.sms_total))
        as t (type, level, listed_total)
      left join store.provider_quotas q
        on q.organization_id = p.organization_id and q.iccid = p.iccid and q.type = t.type
      left join bought b on b.iccid = p.iccid
      cross join (
        select coalesce(max(data_heard_at) > ${new Date(now - ALIVE_MS)}, false) as is_usage_pushed from store.sims
      ) as stream
      where p.gone_at is null
    )
    select iccid, type, level, listed_total, last_seen_at, count(*) over () as count
    from signs where need is not null
    order by need, tried_at nulls first, iccid, type limit ${limit}`;
  return { quotas: rows, count: rows[0]?.count ?? 0 };
}
