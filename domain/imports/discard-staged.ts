import type { Actor } from "#core/actor.ts";
import { Conflict, NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { forgetFile, type ImportState } from "./import-record.ts";
import { requireLoader } from "./open-import.ts";

/**
 * Forgets a file that is not to be loaded, or not to be gone on with. What a broken load wrote stays.
 *
 * @throws Forbidden; NotFound; Conflict while it is being loaded.
 */
export async function discardStaged(actor: Actor, importId: string): Promise<void> {
  await requireLoader(actor);
  await asActor(actor, async (sql) => {
    const [row] = await sql<{ state: ImportState }[]>`
      select state from store.imports where id = ${importId} for update`;
    if (!row) throw new NotFound("There is no such file here.");
    if (row.state === "running") {
      throw new Conflict("This file is being loaded. Stop that first.");
    }
    await forgetFile(sql, importId);
    await sql`delete from store.imports where id = ${importId} and state in ('checking', 'checked')`;
  });
}
