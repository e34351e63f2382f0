import type { PackedDays, RemainingQuota, SimToAnalyse } from "#analytics/fleet/types.ts";
import { addDays } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";
import { ANALYSED_DAYS } from "../analysed-sim.ts";
import { feedbackOf } from "../feedback.ts";
import { seenPlaces } from "../seen-places.ts";
import { sumsOf } from "./sums.ts";

const DAY_MS = 86_400_000;

interface Row {
  readonly iccid: string;
  readonly status: string;
  readonly rate_plan: string | null;
  readonly customer: string | null;
  readonly country: string | null;
  readonly tags: string[];
  readonly days: string | null;
  readonly volumes: string | null;
  readonly sms_days: string | null;
  readonly sms_counts: string | null;
  readonly total: number | null;
  readonly remaining: number | null;
  readonly expires_at: Date | null;
  readonly used_since: number;
  readonly sms_total: number | null;
  readonly sms_remaining: number | null;
  readonly sms_expires_at: Date | null;
}

/** Those that are meant: all of a range, or some. */
export type Choice =
  | { readonly firstIccid: string; readonly lastIccid: string }
  | { readonly iccids: readonly string[] };

/** SIMs with their days packed: a row a SIM. As `simon_app`. */
export async function readSims(
  sql: Transaction,
  asOf: string,
  choice: Choice,
): Promise<SimToAnalyse[]> {
  const from = addDays(asOf, 1 - ANALYSED_DAYS);
  const isChosen = (iccid: string) =>
    "iccids" in choice
      ? sql`${sql(iccid)} = any(${choice.iccids as string[]}::text[])`
      : sql`${sql(iccid)} between ${choice.firstIccid} and ${choice.lastIccid}`;
  // A look into the index a SIM: that takes half as long as grouping the days of all.
  const rows = await sql<Row[]>`
    select s.iccid, s.status, s.rate_plan, s.customer, s.country, s.tags, u.days, u.volumes,
      m.days as sms_days, m.counts as sms_counts, d.total, d.remaining, d.expires_at,
      case when d.updated_at >= ${asOf}::date + 1 then u.used_since else 0 end as used_since,
      q.total as sms_total, q.remaining as sms_remaining, q.expires_at as sms_expires_at
    from store.sims s
    left join store.sim_quota d on d.organization_id = s.organization_id and d.iccid = s.iccid and d.type = 'data'
      and ${isChosen("d.iccid")}
    left join store.sim_quota q on q.organization_id = s.organization_id and q.iccid = s.iccid and q.type = 'sms'
      and ${isChosen("q.iccid")}
    cross join lateral (
      select array_agg(day - ${from}::date) filter (where day <= ${asOf}::date)::text as days,
        array_agg(total_volume) filter (where day <= ${asOf}::date)::text as volumes,
        coalesce(sum(total_volume) filter (where day > ${asOf}::date), 0) as used_since
      from fleet.sim_usage_daily where iccid = s.iccid and day >= ${from}::date
    ) as u
    cross join lateral (
      select array_agg(day - ${from}::date)::text as days, array_agg(count)::text as counts
      from (
        select (sent_at at time zone 'UTC')::date as day, count(*) as count
        from store.sms_messages
        where q.iccid is not null and iccid = s.iccid and direction = 'mt'
          and sent_at >= ${from}::date::timestamp at time zone 'UTC'
          and sent_at < (${asOf}::date + 1)::timestamp at time zone 'UTC'
        group by 1
      ) as counted
    ) as m
    where ${isChosen("s.iccid")}
    order by s.iccid`;
  const iccids = rows.map(({ iccid }) => iccid);
  const [dismissed, places] = await Promise.all([
    feedbackOf(sql, iccids),
    seenPlaces(sql, asOf, iccids),
  ]);
  return rows.map((row) => ({
    id: row.iccid,
    usage: packed(row.days, row.volumes),
    sms: packed(row.sms_days, row.sms_counts),
    data: quotaOf(row.total, (row.remaining ?? 0) + row.used_since, row.expires_at, asOf),
    smsQuota: quotaOf(row.sms_total, row.sms_remaining ?? 0, row.sms_expires_at, asOf),
    plan: row.rate_plan,
    isActive: row.status === "active",
    sums: sumsOf(row),
    dismissed: dismissed.get(row.iccid) ?? [],
    seen: places.get(row.iccid) ?? null,
  }));
}

const packed = (days: string | null, values: string | null): PackedDays | null =>
  days === null || values === null ? null : { days, values };

function quotaOf(
  total: number | null,
  remaining: number,
  expiresAt: Date | null,
  asOf: string,
): RemainingQuota | null {
  if (total === null) return null;
  const firstAhead = Date.parse(addDays(asOf, 1));
  const lastsDays =
    expiresAt === null ? null : Math.max(0, Math.ceil((expiresAt.getTime() - firstAhead) / DAY_MS));
  // nothing runs out that never was there
  return { remaining, lastsDays: total > 0 ? lastsDays : 0 };
}
