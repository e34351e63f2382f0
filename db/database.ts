import postgres from "postgres";
import { config } from "#core/config.ts";
import { forgetProcessWide, processWide } from "#core/process-state.ts";
import { killEmbedded, startEmbedded } from "./embedded/start.ts";
import { postgresTypes } from "./types.ts";

type Types = { number: number | string; date: Date; day: string };
export type Sql = postgres.Sql<Types>;
export type Transaction = postgres.TransactionSql<Types>;

export interface Database {
  readonly kind: "embedded" | "server";
  /** Connections as the login role, past the guard: for `db/` and the sign-in library only. */
  readonly sql: Sql;
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

const MAX_CONNECTIONS = 10;

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
  await (await open)?.close();
}

/** A connection pool on a Postgres server. */
export async function connect(url: string, max = MAX_CONNECTIONS): Promise<Database> {
  const sql = postgres(url, { ...OPTIONS, max });
  return {
    kind: "server",
    sql,
    address: { connectionString: url },
    revive: async () => {},
    kill: async () => {},
    close: () => sql.end({ timeout: 5 }),
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
  const sql = postgres({
    ...OPTIONS,
    host: socketDir,
    database: "postgres",
    username: "postgres",
    max: MAX_CONNECTIONS,
    max_lifetime: null,
  });
  return {
    kind: "embedded",
    sql,
    address: { host: socketDir, database: "postgres", user: "postgres" },
    revive: () => {
      reviving ??= restart().finally(() => {
        reviving = null;
      });
      return reviving;
    },
    kill: () => killEmbedded(dataDir),
    close: async () => {
      await sql.end({ timeout: 5 });
      await embedded.release();
    },
  };
}

const OPTIONS = {
  types: postgresTypes,
  transform: { undefined: null }, // else an undefined parameter stalls a pipeline
  connect_timeout: 10,
  backoff: (attempt: number) => Math.min(0.05 * attempt, 1), // seconds; by itself it grows to 20
  onnotice: () => {},
} as const;
