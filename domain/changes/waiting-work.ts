import { type Actor, systemActor } from "#core/actor.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError, isLostConnection } from "#db/errors.ts";
import { asActor } from "#db/guard.ts";
import { getOrganization } from "#domain/auth/get-organization.ts";

type Worker = Extract<Actor, { kind: "system" }>;

/** A change that somebody has to work on. */
export interface Work {
  readonly organizationId: string;
  readonly changeId: string;
}

/**
 * Hands what transactions left in the outbox to `send`, at least once each. Not in a transaction: the
 * embedded database would not let `send` in.
 */
export async function drainOutbox(
  queue: string,
  send: (work: Work) => Promise<void>,
): Promise<void> {
  const db = await database();
  try {
    const rows = await db.sql<{ id: number; organization_id: string; reference: string }[]>`
      select id, organization_id, reference from store.outbox where queue = ${queue}
      order by id limit 100`;
    for (const { id, organization_id, reference } of rows) {
      await send({ organizationId: organization_id, changeId: reference });
      await db.sql`delete from store.outbox where id = ${id}`;
    }
  } catch (error) {
    if (isLostConnection(error)) await db.revive();
    throw fromDatabaseError(error);
  }
}

/** Running changes of all organisations: what a worker that starts may find half done. */
export async function unfinishedChanges(): Promise<Work[]> {
  const { sql } = await database();
  const organizations = await sql<{ id: string; name: string }[]>`
    select id, name from public.organization order by id`;
  const work: Work[] = [];
  for (const organization of organizations) {
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
export async function workerFor({ organizationId }: Work): Promise<Worker> {
  return systemActor(await getOrganization(organizationId), "simon worker");
}
