import type { Actor } from "#core/actor.ts";
import { config } from "#core/config.ts";
import { Forbidden } from "#core/errors.ts";
import { allOrganizations } from "#domain/orgs/all-organizations.ts";

/** @throws Forbidden for anybody but an owner: logs and metrics say more than a role of the fleet may see. */
export function requireDeveloper(actor: Actor): void {
  if (actor.role === "owner") return;
  throw new Forbidden("Developer tools are for owners of the organisation.");
}

/**
 * Whether an owner may see what belongs to the whole installation: outside production, where its operator switched it
 * on, or where no other organisation is there.
 */
export async function seesInstallation(): Promise<boolean> {
  return config().developerTools || (await allOrganizations()).length === 1;
}

/** Why something is missing, for whoever does not see the installation. */
export const NOT_YOURS =
  "This installation has other organisations, so what is of all of them is not shown. Its operator can set SIMON_DEVELOPER_TOOLS=1.";

/** @throws Forbidden */
export async function requireInstallation(actor: Actor): Promise<void> {
  requireDeveloper(actor);
  if (!(await seesInstallation())) throw new Forbidden(NOT_YOURS);
}
