import { cpSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "#db/embedded/start.ts";

let opened: Promise<unknown> | undefined;

/** Where there is no server: an embedded database for this process alone, which ends with it. */
export async function openWorkerDatabase(templateDir: string): Promise<void> {
  if (process.env.DATABASE_URL === "") opened ??= open(templateDir);
  await opened;
}

async function open(templateDir: string): Promise<void> {
  const dataDir = join(process.env.SIMON_DATA_DIR ?? "", `worker-${process.pid}`);
  cpSync(templateDir, dataDir, { recursive: true });
  await startEmbedded(dataDir);
  process.env.SIMON_DATA_DIR = dataDir;
}
