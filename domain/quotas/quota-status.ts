import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { asReader } from "#db/guard.ts";
import { requireSim } from "#domain/sims/require-sim.ts";

const instant = z.date().transform((value) => value.toISOString());

const QuotaRow = z.object({
  type: z.enum(["data", "sms"]),
  total: z.number(),
  used: z.number(),
  remaining: z.number(),
  used_percent: z.number().nullable(),
  expires_at: instant.nullable(),
  updated_at: instant,
  exhaustion_date: z.string().nullable(),
  days_until_exhaustion: z.number().nullable(),
  exhaustion_probability_30d: z.number().nullable(),
});
export type Quota = z.output<typeof QuotaRow>;

/** The quotas of one SIM (data in bytes, SMS in messages) and when each is expected to run out. */
export async function quotaStatus(actor: Actor, iccid: string): Promise<Quota[]> {
  const rows = await asReader(actor, async (sql) => {
    await requireSim(sql, iccid);
    return sql`
      select q.type, q.total, q.used, q.remaining, q.expires_at, q.updated_at,
        round(100.0 * q.used / nullif(q.total, 0), 1) as used_percent,
        o.exhaustion_date, o.days_until_exhaustion, o.exhaustion_probability_30d
      from fleet.sim_quota q
      left join fleet.quota_outlook o on o.iccid = q.iccid and o.type = q.type
      where q.iccid = ${iccid} order by q.type`;
  });
  return rows.map((row) => QuotaRow.parse(row));
}
