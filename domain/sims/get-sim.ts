import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { readAsActor } from "#db/guard.ts";
import { Sim, simColumns, toSim } from "./sim.ts";

export const SimDetail = Sim.extend({
  quotas: z.array(
    z.object({
      type: z.enum(["data", "sms"]),
      total: z.number(),
      used: z.number(),
      remaining: z.number(),
      expires_at: z.string().nullable(),
      updated_at: z.string(),
    }),
  ),
  last_usage: z.object({ day: z.string(), total_volume: z.number() }).nullable(),
  usage_30d_bytes: z.number(),
  open_alerts: z.array(
    z.object({
      id: z.number(),
      severity: z.string(),
      message: z.string(),
      triggered_at: z.string(),
    }),
  ),
  /** Not resolved. */
  open_ticket_count: z.int(),
});
export type SimDetail = z.infer<typeof SimDetail>;

/**
 * One SIM with its quotas, last usage, open alerts and tickets, in one statement.
 *
 * @throws NotFound also for another organisation's ICCID: nobody learns that it exists.
 */
export async function getSim(actor: Actor, iccid: string, today: string): Promise<SimDetail> {
  const [row] = await readAsActor(
    actor,
    (sql) => sql<SimDetail[]>`
      select ${simColumns(sql)},
        coalesce((select json_agg(json_build_object('type', q.type, 'total', q.total, 'used', q.used,
            'remaining', q.remaining, 'expires_at', q.expires_at, 'updated_at', q.updated_at) order by q.type)
          from store.sim_quota q where q.iccid = s.iccid), '[]') as quotas,
        (select json_build_object('day', d.day, 'total_volume', d.total_volume)
          from fleet.sim_usage_daily d where d.iccid = s.iccid order by d.day desc limit 1) as last_usage,
        (select coalesce(sum(d.total_volume), 0)::bigint from fleet.sim_usage_daily d
          where d.iccid = s.iccid and d.day > ${today}::date - 30 and d.day <= ${today}::date) as usage_30d_bytes,
        coalesce((select json_agg(json_build_object('id', a.id, 'severity', a.severity, 'message', a.message,
            'triggered_at', a.triggered_at) order by a.triggered_at desc)
          from store.alerts a where a.iccid = s.iccid and a.resolved_at is null), '[]') as open_alerts,
        (select count(*) from store.support_tickets t
          where t.iccid = s.iccid and t.status <> 'resolved') as open_ticket_count
      from store.sims s where s.iccid = ${iccid}`,
  );
  if (!row) throw new NotFound(`No SIM with ICCID ${iccid} in this organisation.`);
  return { ...row, ...toSim(row) };
}
