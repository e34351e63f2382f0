import type { Actor } from "#core/actor.ts";
import { Limited } from "#core/errors.ts";
import { database, type Transaction } from "./database.ts";
import { asReader } from "./guard.ts";

/**
 * As `asReader`, for statements that somebody else wrote. The embedded database knows no
 * `statement_timeout` and hears nothing while it works, so there the process is ended, and comes back
 * within a second with everything that was committed.
 *
 * @throws Limited after `timeoutMs`.
 */
export async function asWatchedReader<T>(
  actor: Actor,
  work: (sql: Transaction) => Promise<T>,
  { timeoutMs }: { timeoutMs: number },
): Promise<T> {
  const db = await database();
  let death: Promise<void> | null = null;
  const watched = async (sql: Transaction) => {
    await sql`select 1`; // the embedded database serves one transaction after another: now it is ours
    const watchdog = setTimeout(() => {
      death = db.kill();
    }, timeoutMs);
    try {
      return await work(sql);
    } finally {
      clearTimeout(watchdog);
    }
  };
  try {
    return await asReader(actor, db.kind === "embedded" ? watched : work, { timeoutMs });
  } catch (error) {
    if (!death) throw error;
    await death;
    await db.revive();
    throw new Limited(
      "This took too long and was stopped. Ask for a shorter period or fewer SIMs.",
      { cause: error },
    );
  }
}
