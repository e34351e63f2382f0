import { database, type Transaction } from "#db/database.ts";
import { inTransaction } from "#db/transaction.ts";

/** As somebody who has the database's password: in the organisation, as the login role, past the guard. */
export async function pastTheGuard<T>(
  organizationId: string,
  work: (sql: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(await database(), async (transaction) => {
    await transaction`select set_config('app.organization_id', ${organizationId}, true)`;
    return work(transaction);
  });
}
