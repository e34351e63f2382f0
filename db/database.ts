import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Pool } from "tarn";
import { config } from "#core/config.ts";
import { forgetProcessWide, processWide } from "#core/process-state.ts";
import { type Connection, connectionPool } from "./connections.ts";
import { killEmbedded, startEmbedded } from "./embedded/start.ts";
import { postgresTypes } from "./types.ts";

type Types = { number: number | string; date: Date; day: string };
export type Sql = postgres.Sql<Types>;
export type Transaction = postgres.TransactionSql<Types>;

export interface Database {
  readonly kind: "embedded" | "server";
  /** For statements that stand alone, as the login role, past the guard: for `db/` and the sign-in library. */
  readonly sql: Sql;
  /** For statements that belong together, past the guard as well: `inTransaction`, `withConnection`. */
  readonly connections: Pool<Connection>;
  /** For a driver of somebody else's, such as the job queue's. */
  readonly address:
    | { readonly connectionString: string }
    | { readonly host: string; readonly database: string; readonly user: string };
  /** After a lost connection: bring the embedded database back. A server comes back by itself. */
  revive(): Promise<void>;
  /** Ends the embedded database's process in the middle of what it does; `revive` follows. A server stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

const CLOSE_TIMEOUT_SECONDS = 5;
const MAX_CONNECTIONS = 10;
const MAX_CONNECTIONS_ALONE = 4;

/** The database of this process: `DATABASE_URL`, else the embedded one, started when nobody has. */
export function database(): Promise<Database> {
  return processWide("database", () => {
    const { database, dataDir } = config();
    return database.kind === "server" ? connect(database.url) : openEmbedded(dataDir);
  });
}

/** Has `closeDatabase` run `work` first, once, while the database still answers. */
export function beforeClose(work: () => Promise<void>): void {
  workBeforeClose().add(work);
}

function workBeforeClose(): Set<() => Promise<void>> {
  return processWide("before-close", () => new Set());
}

export async function closeDatabase(): Promise<void> {
  for (const work of workBeforeClose()) await work();
  workBeforeClose().clear();
  const open = processWide<Promise<Database> | null>("database", () => null);
  forgetProcessWide("database");
  await (await open?.catch(() => null))?.close(); // whoever opened it was told why it could not be
}

/** A connection pool on a Postgres server. */
export async function connect(url: string, max = MAX_CONNECTIONS): Promise<Database> {
  const sql = postgres(url, { ...OPTIONS, max: Math.min(max, MAX_CONNECTIONS_ALONE) });
  const connections = connectionPool(url, max, OPTIONS);
  return {
    kind: "server",
    sql,
    connections,
    address: { connectionString: url },
    revive: async () => {},
    kill: async () => {},
    close: () => end(sql, connections),
  };
}

async function openEmbedded(dataDir: string): Promise<Database> {
  let embedded = await startEmbedded(dataDir);
  let reviving: Promise<void> | null = null;
  const { socketDir } = embedded;
  const restart = async () => {
    embedded = await startEmbedded(dataDir);
    if (embedded.socketDir !== socketDir) forgetProcessWide("database");
  };
  const address = { host: socketDir, database: "postgres", user: "postgres" };
  const sql = postgres({ ...OPTIONS, ...address, max: MAX_CONNECTIONS_ALONE, max_lifetime: null });
  const connections = connectionPool(address, MAX_CONNECTIONS, OPTIONS);
  return {
    kind: "embedded",
    sql,
    connections,
    address,
    revive: () => {
      reviving ??= restart().finally(() => {
        reviving = null;
      });
      return reviving;
    },
    kill: () => killEmbedded(dataDir),
    close: async () => {
      await end(sql, connections);
      await embedded.release();
    },
  };
}

/** What is still under way gets so long, and is then cut off. */
async function end(sql: Sql, connections: Pool<Connection>): Promise<void> {
  const late = sleep(CLOSE_TIMEOUT_SECONDS * 1000, undefined, { ref: false });
  await Promise.all([
    sql.end({ timeout: CLOSE_TIMEOUT_SECONDS }),
    Promise.race([connections.destroy(), late]),
  ]);
}

const OPTIONS = {
  types: postgresTypes,
  transform: { undefined: null }, // else an undefined parameter stalls a pipeline
  connection: { TimeZone: "UTC" }, // a transaction that sets it again then has nothing to report
  connect_timeout: 10,
  backoff: (attempt: number) => Math.min(0.05 * attempt, 1), // seconds; by itself it grows to 20
  onnotice: () => {},
} as const;
