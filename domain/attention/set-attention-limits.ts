import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";
import { type AttentionLimits, limitsIn } from "./attention-limits.ts";

/** @throws Forbidden for anybody but an owner in person. */
export async function setAttentionLimits(actor: Actor, limits: AttentionLimits): Promise<void> {
  requireAdmin(actor);
  await asActor(actor, async (sql) => {
    const before = await limitsIn(sql);
    await sql`
      insert into store.organization_settings ${sql(limits)}
      on conflict (organization_id) do update set ${sql(limits)}`;
    await recordAudit(sql, actor, {
      action: "organization.set_attention_limits",
      resourceType: "organization",
      resourceId: actor.organizationId,
      changes: { before, after: limits },
    });
  });
}
