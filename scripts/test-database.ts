// Before all tests: what their databases begin as. Each suite makes its own organisation in the database
// that its worker works on: TEST_DATABASE_URL (with DATABASE_ADMIN_URL) names a Postgres server for all of
// them, otherwise each has an embedded one (scripts/test-worker.ts).
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { forgetAllProcessWide } from "#core/process-state.ts";
import { closeDatabase, database } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { makeServerTemplate } from "#db/testing/server-template.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { embeddedTemplate, unused } from "./test-template.ts";

export default async function prepareTestDatabase(project: TestProject) {
  project.provide("templateDir", await embeddedTemplate());
  const dataDir = await mkdtemp(join(tmpdir(), "simon-test-"));
  process.env.SIMON_DATA_DIR = dataDir; // the workers, which start after this, inherit it
  process.env.DATABASE_URL = process.env.TEST_DATABASE_URL ?? "";
  forgetAllProcessWide();
  if (process.env.DATABASE_URL !== "") {
    await migrate(await database());
    await migrateAuth();
    await closeDatabase();
    await makeServerTemplate();
  }
  return async () => {
    await unused(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  };
}
