import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import type postgres from "postgres";
import { acquire } from "./connections.ts";
import type { Database } from "./database.ts";

/** For libraries that build their statements with Kysely: it reserves a connection for each task. */
export function kyselyOver({ connections }: Database): Kysely<unknown> {
  const reserve = async () => {
    const connection = await acquire(connections);
    const release = () => void connections.release(connection);
    return { unsafe: connection.sql.unsafe, release };
  };
  // all that the dialect asks of a pool of the driver's
  const pool = Object.assign(() => {}, { reserve }) as unknown as postgres.Sql;
  return new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: pool }) });
}
