import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import type { Sql, Transaction } from "#db/database.ts";
import { readAsActor } from "#db/guard.ts";

/** From when on the overview counts a SIM among those that need somebody. */
export const AttentionLimits = z.object({
  /** Its data is expected to be used up within so many days. */
  running_out_days: z.int().min(1).max(90),
  /** It used more of its data quota than this. */
  nearly_used_up_percent: z.int().min(1).max(99),
});
export type AttentionLimits = z.output<typeof AttentionLimits>;

const DEFAULTS: AttentionLimits = { running_out_days: 7, nearly_used_up_percent: 90 };

export async function attentionLimits(actor: Actor): Promise<AttentionLimits> {
  const [row] = await readAsActor(actor, limitsQuery);
  return row ? { ...row } : DEFAULTS;
}

export async function limitsIn(sql: Transaction): Promise<AttentionLimits> {
  const [row] = await limitsQuery(sql);
  return row ? { ...row } : DEFAULTS;
}

function limitsQuery(sql: Sql | Transaction) {
  return sql<AttentionLimits[]>`
    select coalesce(running_out_days, ${DEFAULTS.running_out_days}) as running_out_days,
      coalesce(nearly_used_up_percent, ${DEFAULTS.nearly_used_up_percent}) as nearly_used_up_percent
    from store.organization_settings`;
}
