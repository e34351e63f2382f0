import type { Actor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { requirePerson } from "./saved-view.ts";

/** @throws NotFound also where it is somebody else's. */
export async function deleteSavedView(actor: Actor, id: string): Promise<void> {
  requirePerson(actor);
  await asActor(actor, async (sql) => {
    const deleted = await sql`delete from store.saved_views where id = ${id} returning 1`;
    if (deleted.length === 0) throw new NotFound("There is no view of yours like that.");
  });
}
