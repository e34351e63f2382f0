// npm run worker: works on approved changes and jobs beside the server, or instead of its own worker.
import { parseArgs } from "node:util";
import { whenAskedToStop } from "#core/asked-to-stop.ts";
import { closeDatabase, database } from "#db/database.ts";
import { explainCommand } from "#db/explain-command.ts";
import { migrate } from "#db/migrate.ts";
import { surviveLostConnections } from "#db/survive-lost-connections.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { serveMetrics } from "./serve-metrics.ts";
import { startWorker } from "./worker.ts";

const USAGE = `Works on approved changes and on jobs that are due, beside the server and any number of other workers.

  npm run worker

SIMON_WORKER=0 keeps the server from doing so itself. With SIMON_METRICS_PORT it gives its metrics there.
Ctrl-C stops it after what is under way; a second one at once.`;

surviveLostConnections();
try {
  await main();
} catch (error) {
  console.error(explainCommand(error, USAGE));
  process.exit(1);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
  if (values.help) return console.log(USAGE);
  await migrate(await database());
  await migrateAuth();
  const stop = await startWorker();
  const stopMetrics = await serveMetrics();
  console.log("The worker is ready. Ctrl-C stops it after what is under way.");
  whenAskedToStop(async () => {
    stopMetrics();
    await stop();
    await closeDatabase();
    process.exit(0);
  });
}
