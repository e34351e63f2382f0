import { Internal, SimonError, Upstream } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError, isLostConnection } from "#db/errors.ts";

/**
 * Runs `work` of the sign-in library, which hides why a statement failed. After a failure we ask the
 * database ourselves: if it is gone, that is what we say, and the embedded one is brought back.
 *
 * @throws SimonError
 */
export async function translateLostDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    if (!(result instanceof Response) || result.status < 500) return result;
    await requireDatabase();
    return result;
  } catch (error) {
    if (error instanceof Upstream) await (await database()).revive();
    if (error instanceof SimonError) throw error;
    await requireDatabase();
    throw new Internal("Something went wrong on our side. Try again.", { cause: error });
  }
}

async function requireDatabase(): Promise<void> {
  const db = await database();
  try {
    await db.sql`select 1`;
  } catch (error) {
    if (isLostConnection(error)) await db.revive();
    throw fromDatabaseError(error);
  }
}
