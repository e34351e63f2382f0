import { z } from "zod";
import { type Actor, hasScope } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { recordDenial } from "#domain/audit/record-denial.ts";
import { Iccid } from "#domain/sims/sim.ts";

/** How an organisation wants its changes decided. */
export const ChangeRules = z.object({
  /** Above so many rows the count has to be typed in. */
  type_count_over: z.int().min(0).max(1_000_000),
  /** Above so many rows two people must approve, one of them an owner; null: never. */
  two_people_over: z.int().min(0).max(1_000_000).nullable(),
  /** The same above a price, of any currency, once or a month. */
  two_people_over_amount: z.number().min(0).max(1e9).nullable(),
  expires_after_minutes: z.int().min(1).max(10_080),
  /** SIMs with one of these tags are left out unless they are named one by one. */
  protected_tags: z.array(z.string().trim().min(1).max(200)).max(50),
  protected_iccids: z.array(Iccid).max(10_000),
});
export type ChangeRules = z.output<typeof ChangeRules>;

const DEFAULTS: ChangeRules = {
  type_count_over: 25,
  two_people_over: 1_000,
  two_people_over_amount: 1_000,
  expires_after_minutes: 60,
  protected_tags: ["critical"],
  protected_iccids: [],
};

export async function rulesIn(sql: Transaction): Promise<ChangeRules> {
  const [row] = await sql<ChangeRules[]>`
    select type_count_over, two_people_over, two_people_over_amount::float8 as two_people_over_amount,
      expires_after_minutes, protected_tags, protected_iccids
    from store.change_rules`;
  return row ? { ...row } : DEFAULTS;
}

/** @throws Forbidden */
export async function getChangeRules(actor: Actor): Promise<ChangeRules> {
  if (!hasScope(actor, "sims:read")) throw new Forbidden("This needs the permission sims:read.");
  return asActor(actor, rulesIn);
}

/** @throws Forbidden for anybody but an owner in person. */
export async function setChangeRules(actor: Actor, rules: ChangeRules): Promise<ChangeRules> {
  if (actor.kind !== "user" || !hasScope(actor, "org:admin")) {
    await recordDenial(actor, { of: "change_rules" });
    throw new Forbidden("Only a signed-in owner may say how changes are decided.");
  }
  return asActor(actor, async (sql) => {
    const before = await rulesIn(sql);
    await sql`
      insert into store.change_rules ${sql(rules)}
      on conflict (organization_id) do update set ${sql(rules)}`;
    await recordAudit(sql, actor, {
      action: "change_rules.update",
      resourceType: "organization",
      resourceId: actor.organizationId,
      changes: { before, after: rules },
    });
    return rulesIn(sql);
  });
}
