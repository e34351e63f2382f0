import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Upstream } from "#core/errors.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { holderOf } from "./lock.ts";
import { addressFile, lockFile } from "./paths.ts";

const START_TIMEOUT_MS = 60_000;
const DEATH_TIMEOUT_MS = 5_000;

export interface Embedded {
  /** Folder of the Unix socket, for a client's `host`. */
  readonly socketDir: string;
  /** Let go of it; the database closes when nobody else is connected. Resolves once it has, or lives on. */
  release(): Promise<void>;
}

/** Attach to the embedded database that runs on `dataDir`, else start it. @throws Upstream */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  prepareDataFolder(dataDir);
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const running = addressOf(dataDir);
    if (running) return { socketDir: running, release: async () => {} };
    if (!holderOf(lockFile(dataDir))) {
      const started = await spawnChild(dataDir);
      if (started) return started;
    }
    await sleep(100); // another process is opening it; its address appears when it is ready
  }
  throw new Upstream(
    "The embedded database did not start within a minute. Try again; see the log.",
  );
}

/** Whoever started it. Resolves when it is gone and can be started again. */
export async function killEmbedded(dataDir: string): Promise<void> {
  const killed = holderOf(lockFile(dataDir));
  if (!killed) return;
  process.kill(killed.pid, "SIGKILL");
  const deadline = Date.now() + DEATH_TIMEOUT_MS;
  while (holderOf(lockFile(dataDir))?.pid === killed.pid && Date.now() < deadline) await sleep(10);
}

/** Socket folder of the living embedded database on `dataDir`. */
function addressOf(dataDir: string): string | null {
  const holder = holderOf(lockFile(dataDir));
  if (!holder || !existsSync(addressFile(dataDir))) return null;
  const address = JSON.parse(readFileSync(addressFile(dataDir), "utf8"));
  return address.pid === holder.pid ? address.socketDir : null;
}

/** Null when another process took the lock first. */
function spawnChild(dataDir: string): Promise<Embedded | null> {
  const entry = resolve("db/embedded/child.ts");
  // Detached: Ctrl-C in a terminal reaches the whole process group, and the database goes last.
  const child = spawn(process.execPath, [entry, dataDir], {
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) =>
      fail(new Upstream("The embedded database stopped while starting.", { details: { code } })),
    );
    child.on("message", (message: { ready?: boolean; socketDir?: string; heldBy?: number }) => {
      child.removeAllListeners("exit");
      if (message.heldBy) return done(null);
      child.unref();
      child.channel?.unref();
      done({ socketDir: message.socketDir as string, release: () => releaseChild(child) });
    });
  });
}

async function releaseChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.connected) return;
  const exited = new Promise<void>((done) => child.once("exit", () => done()));
  child.ref();
  child.disconnect();
  await Promise.race([exited, sleep(5_000, undefined, { ref: false })]);
  child.unref();
}
