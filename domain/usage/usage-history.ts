import type { Actor } from "#core/actor.ts";
import { Invalid } from "#core/errors.ts";
import { asReader } from "#db/guard.ts";
import { requireSim } from "#domain/sims/require-sim.ts";

export interface UsageHistoryInput {
  readonly iccid: string;
  /** Days in UTC, both included. */
  readonly start_date: string;
  readonly end_date: string;
  readonly group_by: "day" | "week" | "month";
}

export interface UsageBucket {
  /** First day of the bucket (weeks start on Monday). */
  readonly day: string;
  readonly total_volume: number;
  readonly upload_volume: number;
  readonly download_volume: number;
  readonly event_count: number;
}

const MAX_DAYS = 800;

/**
 * Bytes per day, week or month; buckets without records are there, with zeros.
 *
 * @throws NotFound, Invalid for a period that ends before it starts or is longer than 800 days.
 */
export async function usageHistory(actor: Actor, input: UsageHistoryInput): Promise<UsageBucket[]> {
  const days = (Date.parse(input.end_date) - Date.parse(input.start_date)) / 86_400_000 + 1;
  if (days < 1) throw new Invalid("end_date: must not be before start_date.");
  if (days > MAX_DAYS) throw new Invalid(`end_date: at most ${MAX_DAYS} days at a time.`);
  return asReader(actor, async (sql) => {
    await requireSim(sql, input.iccid);
    return sql<UsageBucket[]>`
      select date_trunc(${input.group_by}, g.day)::date as day,
        coalesce(sum(u.total_volume), 0)::bigint as total_volume,
        coalesce(sum(u.upload_volume), 0)::bigint as upload_volume,
        coalesce(sum(u.download_volume), 0)::bigint as download_volume,
        coalesce(sum(u.event_count), 0)::bigint as event_count
      from generate_series(${input.start_date}::date, ${input.end_date}::date, interval '1 day') as g(day)
      left join fleet.sim_usage_daily u on u.day = g.day::date and u.iccid = ${input.iccid}
      group by 1 order by 1`;
  });
}
