import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { type ChangedView, requirePerson } from "./saved-view.ts";

/** @throws NotFound also where it is somebody else's; Conflict where another of theirs has the name */
export async function changeSavedView(
  actor: Actor,
  id: string,
  { name, is_shared: isShared }: ChangedView,
): Promise<void> {
  requirePerson(actor);
  await asActor(actor, async (sql) => {
    const [view] = await sql<{ page: string; name: string; is_shared: boolean }[]>`
      select page, name, is_shared from store.saved_views
      where id = ${id} and user_id = ${actor.userId} for update`;
    if (!view) throw new NotFound("There is no view of yours like that.");
    const next = name ?? view.name;
    const [twin] = await sql`
      select 1 from store.saved_views
      where user_id = ${actor.userId} and page = ${view.page} and name = ${next} and id <> ${id}`;
    if (twin) throw new Conflict(`You have another view of the name “${next}”.`);
    await sql`
      update store.saved_views
      set name = ${next}, is_shared = ${isShared ?? view.is_shared}, updated_at = ${wallNow()}
      where id = ${id}`;
  });
}
