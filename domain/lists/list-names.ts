import type { Actor } from "#core/actor.ts";
import { readAsActor } from "#db/guard.ts";

const MAX_LISTS = 500;

/** What the organisation's lists of SIMs are called, the latest first. */
export async function listNames(actor: Actor): Promise<string[]> {
  const rows = await readAsActor(
    actor,
    (sql) => sql<{ name: string }[]>`
      select name from store.sim_lists order by made_at desc, name limit ${MAX_LISTS}`,
  );
  return rows.map(({ name }) => name);
}
