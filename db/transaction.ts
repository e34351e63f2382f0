import { type Connection, withConnection } from "./connections.ts";
import type { Database, Sql, Transaction } from "./database.ts";
import { isLostConnection } from "./errors.ts";

/**
 * Runs `work` between BEGIN and COMMIT on a connection that nobody else has. Its handle is good until
 * then: a statement that comes after the end throws, and does not run in a later transaction.
 *
 * @throws what `work` throws, after ROLLBACK.
 */
export function inTransaction<T>(
  { connections }: Pick<Database, "connections">,
  work: (sql: Transaction) => Promise<T>,
  mode: "read write" | "read only" = "read write",
): Promise<T> {
  return withConnection(connections, (connection) => transact(connection, work, mode));
}

async function transact<T>(
  connection: Connection,
  work: (sql: Transaction) => Promise<T>,
  mode: string,
): Promise<T> {
  const { sql } = connection;
  await sql.unsafe(`begin ${mode}`);
  const { proxy: handle, revoke } = Proxy.revocable(withSavepoints(sql), {});
  try {
    const result = await work(handle);
    const { command } = await sql.unsafe("commit");
    if (command !== "COMMIT") throw new Error("a statement failed, and its error was not heeded");
    return result;
  } catch (error) {
    if (!isLostConnection(error)) await rollBack(connection);
    throw error;
  } finally {
    revoke();
  }
}

/** A connection that cannot even do that is of no use to the next. */
async function rollBack({ sql, discard }: Connection): Promise<void> {
  try {
    await sql.unsafe("rollback");
  } catch {
    void discard();
  }
}

function withSavepoints(sql: Sql): Transaction {
  let count = 0;
  const handle = new Proxy(sql, {
    get: (target, name) => (name === "savepoint" ? savepoint : Reflect.get(target, name)),
  }) as unknown as Transaction;
  async function savepoint<T>(work: (sql: Transaction) => Promise<T>): Promise<T> {
    const name = `s${++count}`;
    await sql.unsafe(`savepoint ${name}`);
    try {
      return await work(handle);
    } catch (error) {
      if (!isLostConnection(error)) await sql.unsafe(`rollback to ${name}`);
      throw error;
    }
  }
  return handle;
}
