import { database, type Transaction } from "../database.ts";
import { inTransaction } from "../transaction.ts";

export interface Organization {
  readonly id: string;
  readonly name: string;
}

/**
 * One transaction as the login role inside an organisation. For this room only: row-level security
 * binds it by the setting, and nothing else does.
 */
export async function inOrganization<T>(
  { id }: { readonly id: string },
  work: (sql: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(await database(), async (transaction) => {
    await transaction`
      select set_config('app.organization_id', ${id}, true), set_config('timezone', 'UTC', true)`;
    return work(transaction);
  });
}
