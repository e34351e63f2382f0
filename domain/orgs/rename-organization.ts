import type { Actor } from "#core/actor.ts";
import { Conflict } from "#core/errors.ts";
import { getOrganization } from "#domain/auth/get-organization.ts";
import { forgetKeys } from "#domain/auth/key-cache.ts";
import { slugOf, toOrganizationName } from "./organization-name.ts";
import { requireAdmin } from "./require-admin.ts";
import { withAudit } from "./with-audit.ts";

/**
 * Names are unique here, because the commands of this installation find an organisation by its own.
 *
 * @throws Invalid; Conflict; Forbidden for anybody but an owner in person.
 */
export async function renameOrganization(actor: Actor, wanted: string): Promise<void> {
  requireAdmin(actor);
  const name = toOrganizationName(wanted);
  const before = await getOrganization(actor.organizationId);
  await withAudit(actor, async (sql) => {
    const taken = await sql`
      select 1 from public.organization
       where id <> ${actor.organizationId} and lower(name) = lower(${name})`;
    if (taken.length > 0)
      throw new Conflict("Another organisation of this installation has this name.");
    await sql`
      update public.organization set name = ${name}, slug = ${slugOf(name)}
       where id = ${actor.organizationId}`;
    return {
      result: undefined,
      audit: {
        action: "organization.rename",
        resourceType: "organization",
        resourceId: actor.organizationId,
        changes: { before: before.name, after: name },
      },
    };
  });
  forgetKeys(); // a key's actor says the organisation's name
}
