import { config } from "#core/config.ts";
import { type Database, database } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import { notOpened } from "#db/not-opened.ts";
import { pendingMigrations } from "#db/pending-migrations.ts";
import { bad, type Finding, good, notice } from "./finding.ts";

const OLDEST_POSTGRES = 15;

export async function checkDatabase(): Promise<Finding[]> {
  try {
    const db = await database();
    return [
      await checkVersion(db),
      await checkMigrations(db),
      await checkRole(db),
      await checkTimescale(db),
    ];
  } catch (error) {
    const { message } = notOpened(error) ?? fromDatabaseError(error);
    return [bad(message, adviceFor())];
  }
}

function adviceFor(): string {
  return config().database.kind === "server"
    ? "See that the server runs, and takes connections from here."
    : "Look at the log above; another copy of Simon may hold the same data folder.";
}

async function checkVersion({ kind, sql }: Database): Promise<Finding> {
  const [row] = await sql<{ version: string; major: number }[]>`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::int / 10000 as major`;
  const what = `${kind === "embedded" ? "Embedded Postgres" : "Postgres"} ${row?.version}`;
  if ((row?.major ?? 0) >= OLDEST_POSTGRES) return good(what);
  return bad(`${what} is too old.`, `Use Postgres ${OLDEST_POSTGRES} or newer.`);
}

async function checkMigrations(db: Database): Promise<Finding> {
  const pending = await pendingMigrations(db);
  if (pending.length === 0) return good("The schema is up to date");
  return notice(
    `${pending.length} migrations have not run, the next is ${pending[0]}`,
    "The next start runs them; `npm run migrate` runs them now.",
  );
}

/** A superuser is bound by no row-level security. */
async function checkRole({ kind, sql }: Database): Promise<Finding> {
  const [row] = await sql<{ name: string; is_super: boolean }[]>`
    select rolname as name, rolsuper or rolbypassrls as is_super
    from pg_catalog.pg_roles where rolname = current_user`;
  if (kind === "embedded") return good("Organisations are kept apart by the database's roles");
  if (!row?.is_super) return good(`The login role ${row?.name} is bound by row-level security`);
  return bad(
    `The login role ${row.name} is a superuser or bypasses row-level security.`,
    "Give DATABASE_URL an ordinary role, and DATABASE_ADMIN_URL the superuser for the first start.",
  );
}

async function checkTimescale({ kind, sql }: Database): Promise<Finding> {
  const [row] = await sql<{ version: string }[]>`
    select extversion as version from pg_catalog.pg_extension where extname = 'timescaledb'`;
  if (row) return good(`TimescaleDB ${row.version}`);
  if (kind === "embedded") return good("No TimescaleDB, as always in the embedded database");
  return notice(
    "No TimescaleDB: usage lies in an ordinary table.",
    "Nothing to do for fleets of up to some 100,000 SIMs.",
  );
}
