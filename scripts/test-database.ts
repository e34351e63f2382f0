// Before all tests: one database, migrated, that every test file shares; each suite makes its own
// organisation in it. TEST_DATABASE_URL (with DATABASE_ADMIN_URL) names a Postgres server to use;
// otherwise an embedded database is started in a fresh folder.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, database } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";

export default async function prepareTestDatabase(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "simon-test-"));
  process.env.SIMON_DATA_DIR = dataDir; // the workers, which start after this, inherit it
  process.env.DATABASE_URL = process.env.TEST_DATABASE_URL ?? "";
  await migrate(await database());
  await migrateAuth();
  return async () => {
    await closeDatabase();
    await rm(dataDir, { recursive: true, force: true });
  };
}
