import type { PendingQuery } from "postgres";
import type { Actor } from "#core/actor.ts";
import { withConnection } from "./connections.ts";
import { type Database, database, type Sql, type Transaction } from "./database.ts";
import { fromDatabaseError, isLostConnection } from "./errors.ts";
import { inTransaction } from "./transaction.ts";

type Role = "simon_app" | "simon_reader";

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

/**
 * One read-only statement as `simon_app`. A table of `store` under row-level security keeps an index's
 * order where a `security_barrier` view has to sort: for the pages of long lists.
 */
export function readAsActor<T extends readonly object[]>(
  actor: Actor,
  statement: (sql: Sql) => PendingQuery<T>,
): Promise<T> {
  return readInOneTrip(actor, "simon_app", statement);
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
  role: Role,
  mode: "read write" | "read only",
  timeoutMs: number,
  work: (sql: Transaction) => Promise<T>,
): Promise<T> {
  const db = await open();
  try {
    return await inTransaction(
      db,
      async (sql) => {
        // Not awaited before the work: it is first in the pipeline, and if it fails so does the rest.
        const entered = enter(sql, actor, role, timeoutMs);
        const [result] = await Promise.all([work(sql), entered]);
        return result;
      },
      mode,
    );
  } catch (error) {
    if (isLostConnection(error)) await db.revive();
    throw fromDatabaseError(error);
  }
}

/**
 * One statement, read-only, with its transaction around it in a single round trip. Nothing of it is
 * returned unless the transaction and the role were entered.
 */
async function readInOneTrip<T extends readonly object[]>(
  actor: Actor,
  role: Role,
  statement: (sql: Sql) => PendingQuery<T>,
): Promise<T> {
  const db = await open();
  try {
    return await withConnection(db.connections, async ({ sql }) => {
      const query = statement(sql); // built first: were this to throw, nothing is open yet
      const begun = sql.unsafe("begin read only").execute();
      const entered = enter(sql, actor, role, READ_TIMEOUT_MS);
      const rows = query.execute();
      const ended = sql.unsafe("commit").execute();
      const trip = [begun, entered, rows, ended];
      await Promise.allSettled(trip); // before the connection goes to another
      await Promise.all(trip);
      return (await rows) as unknown as T; // `execute` returns the query itself, whose value is its rows
    });
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
function enter(sql: Transaction | Sql, actor: Actor, role: Role, timeoutMs: number) {
  return sql`
    select set_config('app.organization_id', ${actor.organizationId}, true),
           set_config('app.user_id', ${actor.userId ?? ""}, true),
           set_config('statement_timeout', ${String(timeoutMs)}, true),
           set_config('timezone', 'UTC', true),
           set_config('search_path', 'fleet, pg_catalog', true),
           set_config('jit', 'off', true), -- compiling takes longer than nearly all that is asked
           set_config('role', ${role}, true)`.execute();
}
