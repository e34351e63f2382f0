import type { Actor } from "#core/actor.ts";
import { type Database, database, type Transaction } from "./database.ts";
import { fromDatabaseError, isLostConnection } from "./errors.ts";

const WRITE_TIMEOUT_MS = 60_000;
const READ_TIMEOUT_MS = 15_000;

/**
 * Run `work` in one transaction as `simon_app`, inside the actor's organisation. Postgres itself
 * refuses rows of another one. Inside, use only the transaction's handle: on the embedded database a
 * second connection would wait for ever.
 *
 * @throws SimonError whatever goes wrong; the transaction is rolled back.
 */
export function asActor<T>(actor: Actor, work: (sql: Transaction) => Promise<T>): Promise<T> {
  return guarded(actor, "simon_app", "read write", WRITE_TIMEOUT_MS, work);
}

/** As `asActor`, read-only and as `simon_reader`, which sees the views of schema `fleet` and no more. */
export function asReader<T>(
  actor: Actor,
  work: (sql: Transaction) => Promise<T>,
  { timeoutMs = READ_TIMEOUT_MS } = {},
): Promise<T> {
  return guarded(actor, "simon_reader", "read only", timeoutMs, work);
}

async function guarded<T>(
  actor: Actor,
  role: "simon_app" | "simon_reader",
  mode: "read write" | "read only",
  timeoutMs: number,
  work: (sql: Transaction) => Promise<T>,
): Promise<T> {
  const db = await open();
  try {
    return (await db.sql.begin(mode, async (sql) => {
      // Not awaited before the work: it is first in the pipeline, and if it fails so does the rest.
      const entered = enter(sql, actor, role, timeoutMs);
      const [result] = await Promise.all([work(sql), entered]);
      return result;
    })) as T; // postgres.js unwraps arrays of promises in its type; `work` returns none
  } catch (error) {
    if (isLostConnection(error)) await db.revive();
    throw fromDatabaseError(error);
  }
}

async function open(): Promise<Database> {
  try {
    return await database();
  } catch (error) {
    throw fromDatabaseError(error);
  }
}

/** The organisation first, the role last: as that role, `set_config` is not allowed any more. */
function enter(sql: Transaction, actor: Actor, role: string, timeoutMs: number) {
  return sql`
    select set_config('app.organization_id', ${actor.organizationId}, true),
           set_config('app.user_id', ${actor.userId ?? ""}, true),
           set_config('statement_timeout', ${String(timeoutMs)}, true),
           set_config('timezone', 'UTC', true),
           set_config('search_path', 'fleet, pg_catalog', true),
           set_config('role', ${role}, true)`.execute();
}
