// The embedded database: PGlite in a process of its own, on a Unix socket in a folder that only this
// user can enter. It outlives the command that started it for as long as another one is connected.
import { lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { AlreadyHeld, hold } from "./lock.ts";
import { addressFile, lockFile } from "./paths.ts";
import { withWholeExchanges } from "./whole-exchanges.ts";

const MAX_CONNECTIONS = 64;
const LINGER_CHECK_MS = 1_000;

const dataDir = process.argv[2];
if (!dataDir) throw new Error("usage: child.ts DATA_DIR");

const release = takeLock(dataDir);
const socketDir = reusableSocketDir(dataDir) ?? mkdtempSync(join(tmpdir(), "simon-pg-"));
const db = await PGlite.create({ dataDir: join(dataDir, "pg"), extensions: { vector } });
const server = new PGLiteSocketServer({
  db: withWholeExchanges(db),
  path: join(socketDir, ".s.PGSQL.5432"),
  maxConnections: MAX_CONNECTIONS,
});
await server.start();
writeFileSync(addressFile(dataDir), JSON.stringify({ pid: process.pid, socketDir }), {
  mode: 0o600,
});
process.send?.({ ready: true, socketDir });

let closing = false;
process.on("SIGTERM", close);
process.on("SIGINT", () => {}); // Ctrl-C is the starter's to handle; it disconnects when it is done
process.on("disconnect", closeWhenUnused);
if (process.send && !process.connected) closeWhenUnused(); // the starter died while we opened

/** The folder of an unclean end, so that clients who are still there find us again at their path. */
function reusableSocketDir(dir: string): string | null {
  try {
    const { socketDir } = JSON.parse(readFileSync(addressFile(dir), "utf8"));
    const folder = lstatSync(socketDir);
    const isOurs =
      folder.isDirectory() && folder.uid === process.getuid?.() && (folder.mode & 0o77) === 0;
    if (!isOurs) return null;
    rmSync(join(socketDir, ".s.PGSQL.5432"), { force: true });
    return socketDir;
  } catch {
    return null; // no address was left
  }
}

function takeLock(dir: string): () => void {
  try {
    return hold(lockFile(dir));
  } catch (error) {
    if (!(error instanceof AlreadyHeld)) throw error;
    process.send?.({ heldBy: error.pid });
    process.exit(3);
  }
}

function closeWhenUnused(): void {
  const timer = setInterval(() => {
    if (server.getStats().activeConnections > 0) return;
    clearInterval(timer);
    void close();
  }, LINGER_CHECK_MS);
}

async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  await server.stop();
  await db.close();
  rmSync(socketDir, { recursive: true, force: true });
  rmSync(addressFile(dataDir as string), { force: true });
  release();
  process.exit(0);
}
