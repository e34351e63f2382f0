// npm run worker: works on approved changes beside the server, or instead of its own worker.
import { closeDatabase } from "#db/database.ts";
import { surviveLostConnections } from "#db/survive-lost-connections.ts";
import { serveMetrics } from "./serve-metrics.ts";
import { startWorker } from "./worker.ts";

surviveLostConnections();
const stop = await startWorker();
const stopMetrics = await serveMetrics();
console.log("The worker is ready. Ctrl-C stops it after what is under way.");
let isStopping = false;
const end = async () => {
  if (isStopping) process.exit(1);
  isStopping = true;
  stopMetrics();
  await stop();
  await closeDatabase();
  process.exit(0);
};
process.on("SIGINT", () => void end());
process.on("SIGTERM", () => void end());
