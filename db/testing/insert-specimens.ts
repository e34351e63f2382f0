import { database } from "../database.ts";
import { SPECIMENS } from "./specimens.ts";

/** One row in every table for the organisation, of a user `victim`, with `secret` in each text of it. */
export async function insertSpecimens(organizationId: string, secret: string): Promise<void> {
  const { sql } = await database();
  await sql.begin(async (tx) => {
    await tx`select set_config('app.organization_id', ${organizationId}, true),
                    set_config('app.user_id', 'victim', true)`;
    for (const [table, row] of Object.entries(SPECIMENS)) {
      await tx.unsafe(`insert into store.${table} ${row.replaceAll("SECRET", secret)}`, [
        organizationId,
      ]);
    }
  });
}
