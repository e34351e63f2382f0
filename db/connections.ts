import postgres from "postgres";
import { Pool, TimeoutError } from "tarn";
import { Upstream } from "#core/errors.ts";
import type { Sql } from "./database.ts";
import { isLostConnection } from "./errors.ts";

/** One connection, which whoever holds it has to itself. Once lost it refuses every statement. */
export interface Connection {
  readonly sql: Sql;
  isLost(): boolean;
  /** Of no use any more: nobody gets it after this. */
  discard(): Promise<void>;
}

/** No reconnecting within any process's life; a timer takes at most 2^31 ms. */
const NEVER_SECONDS = 1_000_000;
const ACQUIRE_TIMEOUT_MS = 60_000;
const IDLE_TIMEOUT_MS = 10 * 60_000;
const CLOSE_TIMEOUT_SECONDS = 5;

type Options = postgres.Options<Record<string, postgres.PostgresType>>;

/**
 * Connections for whoever needs several statements to run on the same one. The driver's own pool would
 * open a lost connection again for somebody else, while the transaction that had it goes on: its next
 * statement, or its ROLLBACK, then lands in another's (porsager/postgres, pull request 1215).
 */
export function connectionPool(target: string | Options, max: number, shared: Options) {
  return new Pool<Connection>({
    min: 0,
    max,
    create: async () => openConnection(target, shared),
    validate: (connection) => !connection.isLost(),
    destroy: (connection) => connection.discard(),
    acquireTimeoutMillis: ACQUIRE_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
  });
}

function openConnection(target: string | Options, shared: Options): Connection {
  let isLost = false;
  let ended: Promise<void> | undefined;
  const options: Options = {
    ...shared,
    max: 1,
    max_lifetime: null, // it would end in the middle of a transaction: to the driver this is no such
    backoff: () => NEVER_SECONDS,
    onclose: () => {
      isLost = true;
      ended ??= sql.end({ timeout: 0 }); // whatever waits for an answer gets an error
    },
  };
  const sql = (
    typeof target === "string" ? postgres(target, options) : postgres({ ...target, ...options })
  ) as Sql;
  return {
    sql,
    isLost: () => isLost,
    discard: () => {
      isLost = true;
      ended ??= sql.end({ timeout: CLOSE_TIMEOUT_SECONDS });
      return ended;
    },
  };
}

/** @throws Upstream when none becomes free in time. */
export async function acquire(pool: Pool<Connection>): Promise<Connection> {
  try {
    return await pool.acquire().promise;
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    throw new Upstream("The database is busy. Nothing was changed. Try again in a moment.", {
      cause: error,
    });
  }
}

/** Lends a connection to `work`; one that was lost meanwhile is lent to nobody again. */
export async function withConnection<T>(
  pool: Pool<Connection>,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await acquire(pool);
  try {
    return await work(connection);
  } catch (error) {
    if (isLostConnection(error)) void connection.discard();
    throw error;
  } finally {
    pool.release(connection);
  }
}
