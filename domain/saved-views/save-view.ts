import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Limited } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { type NewSavedView, requirePerson } from "./saved-view.ts";

const MAX_OF_A_PERSON = 100;

/** Keeps a view; one of the person's own with this name becomes it. @throws Forbidden, Limited */
export async function saveView(actor: Actor, view: NewSavedView): Promise<{ id: string }> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const [others] = await sql<{ count: number }[]>`
      select count(*) from store.saved_views
      where user_id = ${actor.userId} and (page, name) <> (${view.page}, ${view.name})`;
    if ((others?.count ?? 0) >= MAX_OF_A_PERSON)
      throw new Limited(
        `You keep ${MAX_OF_A_PERSON} views, the most there can be. Delete one first.`,
      );
    const row = { ...view, created_by: actor.name, updated_at: wallNow() };
    const [saved] = await sql<{ id: string }[]>`
      insert into store.saved_views ${sql(row)}
      on conflict (organization_id, user_id, page, name) do update
        set query = excluded.query, is_shared = excluded.is_shared, updated_at = excluded.updated_at
      returning id`;
    return { id: saved?.id ?? "" };
  });
}
