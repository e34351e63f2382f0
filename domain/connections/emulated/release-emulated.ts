import { systemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { allOrganizations } from "#domain/orgs/all-organizations.ts";
import { connectionIn } from "../connection.ts";
import { disconnect } from "../disconnect.ts";

/** Ends the connections to an emulator in this process, but for the one of an organisation that keeps it. */
export async function releaseEmulated(by: string, keptId: string | null = null): Promise<void> {
  for (const organization of await allOrganizations()) {
    if (organization.id === keptId) continue;
    const actor = systemActor(organization, by);
    const connection = await asActor(actor, (sql) => connectionIn(sql));
    if (connection && connection.emulated_speed !== null) await disconnect(actor);
  }
}
