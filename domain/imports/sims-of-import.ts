import { NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";

/**
 * The ICCIDs that a loaded list of SIMs contained, changed or not, also those deleted since.
 *
 * @throws NotFound for an import that the organisation does not have, that holds usage, or that was
 * checked and never loaded.
 */
export async function simsOfImport(sql: Transaction, importId: string): Promise<string[]> {
  const [found] = await sql<{ kind: string; state: string }[]>`
    select counts ->> 'kind' as kind, state from store.imports where id = ${importId}`;
  if (!found) throw new NotFound("There is no such import in this organisation.");
  if (found.kind !== "sims") throw new NotFound("This import holds usage and no list of SIMs.");
  if (found.state === "checking" || found.state === "checked") {
    throw new NotFound("This list of SIMs was checked and not loaded.");
  }
  const rows = await sql<{ iccid: string }[]>`
    select distinct iccid collate "C" as iccid
    from store.import_sims, unnest(iccids) as iccid
    where import_id = ${importId} order by 1`;
  return rows.map(({ iccid }) => iccid);
}
