import { database, type Transaction } from "#db/database.ts";

/** As somebody who has the database's password: in the organisation, as the login role, past the guard. */
export async function pastTheGuard<T>(
  organizationId: string,
  work: (sql: Transaction) => Promise<T>,
): Promise<T> {
  const { sql } = await database();
  return (await sql.begin(async (transaction) => {
    await transaction`select set_config('app.organization_id', ${organizationId}, true)`;
    return work(transaction);
  })) as T; // postgres.js unwraps arrays of promises in its type; `work` returns none
}
