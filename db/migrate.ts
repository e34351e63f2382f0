import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Kysely, sql as raw } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { config } from "#core/config.ts";
import { connect, type Database, type Sql } from "./database.ts";
import { kyselyOver } from "./kysely.ts";
import { inTransaction } from "./transaction.ts";

export const MIGRATIONS = resolve("db/migrations");
const BOOTSTRAP = resolve("db/bootstrap.sql");

/** Any number of our own: whoever prepares a database holds it. */
const BOOTSTRAP_LOCK = 5_106_600;

/**
 * Bring the database to the newest schema. First, as an administrator where one is configured, the
 * roles and revokes of `bootstrap.sql`; then the numbered files, each once, in one transaction.
 *
 * @returns the names of the migrations that ran now.
 */
export async function migrate(db: Database): Promise<string[]> {
  await bootstrap(db);
  await assertGuarded(db.sql);
  return await runMigrations(db);
}

async function bootstrap(db: Database): Promise<void> {
  const text = await readFile(BOOTSTRAP, "utf8");
  const { database } = config();
  const [login] = await db.sql`select current_user as name`;
  const admin = database.kind === "server" ? await connect(database.adminUrl, 1) : db;
  try {
    await inTransaction(admin, async (sql) => {
      // two that start at once would both alter the roles, and Postgres refuses one of them
      await sql`select pg_advisory_xact_lock(${BOOTSTRAP_LOCK})`;
      await sql`select set_config('simon.login_role', ${login?.name}, true)`;
      await sql.unsafe(text);
    });
  } finally {
    if (admin !== db) await admin.close();
  }
}

async function runMigrations(db: Database): Promise<string[]> {
  if (await isNewest(db.sql)) return [];
  const migrator = new Migrator({
    db: kyselyOver(db),
    provider: { getMigrations: readMigrations },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** Whether every file has run, and nothing else: two questions, where the migrator asks twenty. */
async function isNewest(sql: Sql): Promise<boolean> {
  const [table] = await sql`select to_regclass('public.kysely_migration') is not null as exists`;
  if (!table?.exists) return false;
  const ran = await sql<{ name: string }[]>`select name from public.kysely_migration`;
  const names = ran.map(({ name }) => name).sort();
  return names.join() === (await migrationNames()).join();
}

async function migrationNames(): Promise<string[]> {
  return (await readdir(MIGRATIONS)).filter((name) => name.endsWith(".sql")).sort();
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const migrations = (await migrationNames()).map(async (name) => {
    const text = await readFile(join(MIGRATIONS, name), "utf8");
    return [name, { up: async (db: Kysely<unknown>) => void (await raw.raw(text).execute(db)) }];
  });
  return Object.fromEntries(await Promise.all(migrations));
}

/** A database where the reader could change its organisation is not safe to fill. */
async function assertGuarded(sql: Sql): Promise<void> {
  const [row] = await sql`
    select count(*) = 2
       and not coalesce(bool_or(has_function_privilege(
         oid, 'pg_catalog.set_config(text, text, boolean)', 'execute')), true)
       and has_function_privilege('pg_catalog.set_config(text, text, boolean)', 'execute') as guarded
    from pg_catalog.pg_roles where rolname in ('simon_app', 'simon_reader')`;
  if (!row?.guarded) {
    throw new Error(
      "This database has not been prepared: without the roles and revokes of db/bootstrap.sql, " +
        "organisations would not be kept apart. Set DATABASE_ADMIN_URL to a superuser of this database " +
        "for this start.",
    );
  }
}
