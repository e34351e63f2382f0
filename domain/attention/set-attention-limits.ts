import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";
import { writeSettings } from "#domain/orgs/write-settings.ts";
import { type AttentionLimits, limitsIn } from "./attention-limits.ts";

/** @throws Forbidden for anybody but an owner in person. */
export async function setAttentionLimits(actor: Actor, limits: AttentionLimits): Promise<void> {
  requireAdmin(actor);
  await asActor(actor, async (sql) => {
    const before = await limitsIn(sql);
    await writeSettings(sql, actor, limits, {
      action: "organization.set_attention_limits",
      before,
      after: limits,
    });
  });
}
