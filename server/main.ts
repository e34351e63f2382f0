// The process: listens, opens the database, makes what is missing, serves, and closes cleanly.
import { join } from "node:path";
import { stopAllTurns } from "#agent/running-turns.ts";
import { whenAskedToStop } from "#core/asked-to-stop.ts";
import { ConfigError, config, overrideConfig } from "#core/config.ts";
import { SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { closeDatabase, database } from "#db/database.ts";
import { prepareDataFolder } from "#db/embedded/data-folder.ts";
import { AlreadyHeld, hold } from "#db/embedded/lock.ts";
import { notOpened } from "#db/not-opened.ts";
import { surviveLostConnections } from "#db/survive-lost-connections.ts";
import { addressOf } from "./address.ts";
import { createWebServer, type Handle, listen } from "./http.ts";
import { printStep } from "./print-step.ts";

const GRACE_MS = 5_000;

surviveLostConnections();
try {
  await main();
} catch (error) {
  console.error(`\n${explain(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const { dataDir, host } = config();
  prepareDataFolder(dataDir);
  const release = hold(join(dataDir, "app.lock"));

  let serve: Handle | null = null;
  const server = createWebServer(() => serve);
  const port = await listen(server, config().port, host);
  overrideConfig({ PORT: String(port) });

  let stopGrowing = async () => {};
  let stopWorker = async () => {};
  whenAskedToStop(async () => {
    printStep("Closing …");
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    await stopAllTurns();
    await stopWorker();
    await stopGrowing();
    await closeDatabase();
    release();
    process.exit(0);
  });

  // The embedded database opens in a process of its own, first: loading what serves holds this one up.
  const opened = Promise.all([openDatabase(), import("./boot.ts")]);
  [stopGrowing, serve] = await Promise.all([
    opened.then(([, { prepareData }]) => prepareData()),
    import("./serving.ts").then(({ prepareServing }) => prepareServing()),
  ]);
  const { printReady } = await import("./banner.ts");
  await printReady(addressOf(host, port), performance.now());
  if (config().worker) {
    const { startWorker } = await import("#jobs/worker.ts");
    const started = startWorker();
    stopWorker = async () => (await started)();
    await started;
  }
}

async function openDatabase(): Promise<void> {
  if (config().database.kind === "embedded") printStep("Opening the embedded database …");
  await database();
}

function explain(error: unknown): string {
  if (error instanceof AlreadyHeld) {
    return (
      `Simon is already running on ${config().dataDir} (process ${error.pid}).\n` +
      "Stop it first, or give this copy a folder and a port of its own:\n\n" +
      "  SIMON_DATA_DIR=.simon-2 PORT=3001 npm start"
    );
  }
  if (error instanceof ConfigError)
    return `${error.message}\n\nEach variable is explained in .env.example.`;
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    const { port } = config();
    return `Port ${port} is in use. Stop the other program, or choose another port: PORT=${port + 1} npm start`;
  }
  const closed = notOpened(error);
  if (closed) return closed.message;
  if (error instanceof SimonError) {
    log().error({ err: error, cause: error.cause }, "start failed");
    return error.message;
  }
  log().fatal({ err: error }, "start failed");
  return "Simon could not start; the reason stands above.";
}
