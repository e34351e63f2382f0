import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { config, overrideConfig } from "#core/config.ts";
import { closeDatabase, database } from "../database.ts";
import { createFromTemplate, dropDatabase, serverUrls, urlOf } from "./server-template.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The data folder of an embedded database that is prepared and empty, to be copied. */
    templateDir: string;
  }
}

interface OwnDatabase {
  readonly dataDir: string;
  /** What leads there: for `overrideConfig` with more, or a process of its own. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * A database for the calling test file alone, prepared and empty, and a data folder: for tests that kill
 * it, or look at all that is in it. On a Postgres server where the tests run on one, unless `embedded`.
 */
export function ownDatabase({ embedded = false } = {}): OwnDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), "simon-own-"));
  const onServer = !embedded && config().database.kind === "server";
  const own = onServer ? onTheServer() : embeddedIn(dataDir);
  const settings = { ...own.settings, SIMON_DATA_DIR: dataDir };
  beforeAll(async () => {
    await own.create();
    overrideConfig(settings);
    await database();
  });
  afterAll(async () => {
    await closeDatabase();
    await own.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return { dataDir, settings };
}

function onTheServer() {
  const { url, adminUrl } = serverUrls();
  const name = `own_${randomUUID()}`;
  return {
    settings: { DATABASE_URL: urlOf(url, name), DATABASE_ADMIN_URL: urlOf(adminUrl, name) },
    create: () => createFromTemplate(name),
    drop: () => dropDatabase(name),
  };
}

function embeddedIn(dataDir: string) {
  return {
    settings: { DATABASE_URL: "" },
    create: async () => cpSync(inject("templateDir"), dataDir, { recursive: true }),
    drop: async () => {},
  };
}
