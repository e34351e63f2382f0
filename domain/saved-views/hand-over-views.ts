import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";

const MAX_NAME_LENGTH = 100;

/**
 * What becomes of the views of somebody who is removed: those that colleagues share go to `actor`, who can
 * change and delete them; the others nobody could see any more. In a transaction of the organisation as the
 * role that signs in, where the rows of both are at hand in turn.
 */
export async function handOverViews(
  sql: Transaction,
  actor: Actor,
  removed: { readonly userId: string; readonly email: string },
): Promise<void> {
  await sql`select set_config('app.user_id', ${removed.userId}, true)`;
  const views = await sql<{ page: string; name: string; query: string; is_shared: boolean }[]>`
    delete from store.saved_views where user_id = ${removed.userId}
    returning page, name, query, is_shared`;
  await sql`select set_config('app.user_id', ${actor.userId ?? ""}, true)`;
  if (actor.userId === null) return;
  for (const view of views.filter((one) => one.is_shared)) {
    const row = { ...view, created_by: actor.name, updated_at: wallNow() };
    const named = { ...row, name: `${view.name} (${removed.email})`.slice(0, MAX_NAME_LENGTH) };
    const [kept] = await sql`
      insert into store.saved_views ${sql(row)} on conflict do nothing returning id`;
    if (!kept) await sql`insert into store.saved_views ${sql(named)} on conflict do nothing`;
  }
}
