import { type SystemActor, systemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { getOrganization } from "#domain/auth/get-organization.ts";
import { allOrganizations } from "#domain/orgs/all-organizations.ts";

/** A change that somebody has to work on. */
export interface Work {
  readonly organizationId: string;
  readonly changeId: string;
}

/** Running changes of all organisations: what a worker that starts may find half done. */
export async function unfinishedChanges(): Promise<Work[]> {
  const work: Work[] = [];
  for (const organization of await allOrganizations()) {
    const rows = await asActor(
      systemActor(organization),
      (transaction) => transaction<{ id: string }[]>`
        select id from store.change_sets c
        where state = 'running' or (state in ('paused', 'cancelled') and exists (
          select 1 from store.change_items i where i.organization_id = c.organization_id
            and i.change_id = c.id and i.state in ('running', 'verifying')))`,
    );
    work.push(...rows.map(({ id }) => ({ organizationId: organization.id, changeId: id })));
  }
  return work;
}

/** Who works on a change. @throws NotFound for an organisation that is gone. */
export async function workerFor({ organizationId }: Work): Promise<SystemActor> {
  return systemActor(await getOrganization(organizationId), "simon worker");
}
