import type { Actor } from "#core/actor.ts";
import { asReader } from "#db/guard.ts";
import { type AttentionLimits, attentionLimits } from "#domain/attention/attention-limits.ts";

export interface FleetOverview {
  readonly sims: number;
  readonly by_status: { status: string; sims: number }[];
  readonly seen_24h: number;
  readonly traffic: { day: string; total_volume: number }[];
  readonly top_customers: { customer: string | null; sims: number; total_volume: number }[];
  readonly open_alerts: { severity: string; alerts: number }[];
  readonly open_tickets: number;
  readonly data_quota_over_90_percent: number;
  readonly running_out_in_7_days: number;
  /** By the organisation's own limits. */
  readonly attention: AttentionLimits & {
    readonly running_out: number;
    readonly nearly_used_up: number;
  };
}

/** The fleet at a glance; `traffic` covers the 30 full days before today (UTC), bytes. */
export async function fleetOverview(actor: Actor, now: Date): Promise<FleetOverview> {
  const limits = await attentionLimits(actor);
  const today = now.toISOString().slice(0, 10);
  return asReader(actor, async (sql) => {
    const [status, seen, traffic, customers, alerts, tickets, quota, outlook] = await Promise.all([
      sql<FleetOverview["by_status"]>`
        select status, count(*) as sims from fleet.sims group by status order by sims desc, status`,
      sql`select count(*) as sims from fleet.sims where last_seen_at >= ${now}::timestamptz - interval '24 hours'`,
      sql<FleetOverview["traffic"]>`
        select g.day::date as day, coalesce(sum(u.total_volume), 0)::bigint as total_volume
        from generate_series(${today}::date - 30, ${today}::date - 1, interval '1 day') as g(day)
        left join fleet.sim_usage_daily u on u.day = g.day::date
        group by 1 order by 1`,
      sql<FleetOverview["top_customers"]>`
        select s.customer, count(*) as sims, coalesce(sum(u.volume), 0)::bigint as total_volume
        from fleet.sims s left join (
          select iccid, sum(total_volume) as volume from fleet.sim_usage_daily
          where day >= ${today}::date - 30 and day < ${today}::date group by iccid) u using (iccid)
        group by s.customer order by total_volume desc, s.customer limit 10`,
      sql<FleetOverview["open_alerts"]>`
        select severity, count(*) as alerts from fleet.alerts where resolved_at is null
        group by severity order by array_position(array['critical','high','medium','low'], severity)`,
      sql`select count(*) as tickets from fleet.support_tickets where status = 'open'`,
      sql`
        select count(*) filter (where used > 0.9 * total) as over_90_percent,
          count(*) filter (where 100.0 * used > ${limits.nearly_used_up_percent} * total) as nearly_used_up
        from fleet.sim_quota where type = 'data'`,
      sql`
        select count(*) filter (where exhaustion_date <= ${today}::date + 7) as in_7_days,
          count(*) filter (where exhaustion_date <= ${today}::date + ${limits.running_out_days}::int) as running_out
        from fleet.quota_outlook where type = 'data' and exhaustion_date >= ${today}::date`,
    ]);
    return {
      sims: status.reduce((sum, row) => sum + row.sims, 0),
      by_status: [...status],
      seen_24h: seen[0]?.sims,
      traffic: [...traffic],
      top_customers: [...customers],
      open_alerts: [...alerts],
      open_tickets: tickets[0]?.tickets,
      data_quota_over_90_percent: quota[0]?.over_90_percent,
      running_out_in_7_days: outlook[0]?.in_7_days,
      attention: {
        ...limits,
        running_out: outlook[0]?.running_out,
        nearly_used_up: quota[0]?.nearly_used_up,
      },
    };
  });
}
