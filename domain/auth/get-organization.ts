import { NotFound } from "#core/errors.ts";
import { database } from "#db/database.ts";

/** @throws NotFound */
export async function getOrganization(id: string): Promise<{ id: string; name: string }> {
  const { sql } = await database();
  const [row] = await sql<{ id: string; name: string }[]>`
    select id, name from public.organization where id = ${id}`;
  if (!row) throw new NotFound("This organisation does not exist any more.");
  return row;
}
