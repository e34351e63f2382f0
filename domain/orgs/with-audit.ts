import type { Actor } from "#core/actor.ts";
import { database, type Transaction } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import { inTransaction } from "#db/transaction.ts";
import { type AuditEntry, recordAudit } from "#domain/audit/record-audit.ts";

/**
 * Changes the sign-in library's tables, which the guarded roles cannot see, and writes the audit row in
 * the same transaction. Inside, use only the transaction's handle.
 *
 * @throws SimonError
 */
export async function withAudit<T>(
  actor: Actor,
  work: (sql: Transaction) => Promise<{ result: T; audit: AuditEntry }>,
): Promise<T> {
  try {
    return await inTransaction(await database(), async (transaction) => {
      await transaction`select set_config('app.organization_id', ${actor.organizationId}, true)`;
      const done = await work(transaction);
      await recordAudit(transaction, actor, done.audit);
      return done.result;
    });
  } catch (error) {
    throw fromDatabaseError(error);
  }
}
