import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { forgetAllProcessWide } from "#core/process-state.ts";
import { closeDatabase, database } from "#db/database.ts";
import { holderOf } from "#db/embedded/lock.ts";
import { lockFile } from "#db/embedded/paths.ts";
import { MIGRATIONS, migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";

const CACHE = resolve("node_modules/.cache/simon-test-database");

/** All that a prepared, empty database depends on. */
const SOURCES = [
  "package-lock.json",
  "db/bootstrap.sql",
  "db/embedded/child.ts",
  "db/migrate.ts",
  "domain/auth/auth.ts",
  "domain/auth/migrate.ts",
  "domain/auth/oauth/plugins.ts",
];

/**
 * The data folder of an embedded database that is migrated, empty and closed, to be copied. Kept from one
 * run to the next as long as nothing it depends on changes.
 */
export async function embeddedTemplate(): Promise<string> {
  const template = join(CACHE, await fingerprint());
  if (existsSync(template)) return template;
  await mkdir(CACHE, { recursive: true });
  const fresh = await mkdtemp(`${template}-`);
  process.env.SIMON_DATA_DIR = fresh;
  process.env.DATABASE_URL = "";
  forgetAllProcessWide();
  await migrate(await database());
  await migrateAuth();
  await closeDatabase();
  await unused(fresh);
  await removeOthers(basename(template));
  try {
    await rename(fresh, template);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(template)) throw error; // else another run made it meanwhile
  }
  return template;
}

/** Once no embedded database has this folder, or one in it, open any more. */
export async function unused(folder: string): Promise<void> {
  const inside = (await readdir(folder)).map((name) => join(folder, name));
  for (const dataDir of [folder, ...inside]) while (holderOf(lockFile(dataDir))) await sleep(50);
}

async function fingerprint(): Promise<string> {
  const migrations = (await readdir(MIGRATIONS)).sort().map((name) => join(MIGRATIONS, name));
  const hash = createHash("sha256");
  for (const path of [...SOURCES, ...migrations]) hash.update(await readFile(path));
  return hash.digest("hex").slice(0, 16);
}

async function removeOthers(present: string): Promise<void> {
  for (const name of await readdir(CACHE)) {
    if (name.startsWith(present)) continue;
    await rm(join(CACHE, name), { recursive: true, force: true });
  }
}
