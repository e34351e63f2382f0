import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { requirePerson, type SavedPage, type SavedView } from "./saved-view.ts";

const MAX_VIEWS = 500;

/** The person's own views of a page, then those that others share, by name. */
export async function listSavedViews(actor: Actor, page: SavedPage): Promise<SavedView[]> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const rows = await sql<SavedView[]>`
      select id, name, query, is_shared, created_by, user_id = ${actor.userId} as is_own
      from store.saved_views where page = ${page}
      order by user_id <> ${actor.userId}, lower(name), id limit ${MAX_VIEWS}`;
    return [...rows];
  });
}
