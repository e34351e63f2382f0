import { readdir } from "node:fs/promises";
import type { Database } from "./database.ts";
import { MIGRATIONS } from "./migrate.ts";

/** Names of the migrations that this version has and the database has not seen. */
export async function pendingMigrations({ sql }: Database): Promise<string[]> {
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith(".sql")).sort();
  const [table] = await sql`select to_regclass('kysely_migration') as name`;
  if (!table?.name) return files;
  const ran = await sql<{ name: string }[]>`select name from kysely_migration`;
  const names = new Set(ran.map(({ name }) => name));
  return files.filter((name) => !names.has(name));
}
