import { SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { metrics } from "#core/metrics.ts";
import { database } from "#db/database.ts";
import { type Counted, countWaiting } from "./count-waiting.ts";

export interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

/** All that this process counts and that the database knows, as Prometheus reads it. */
export async function renderMetrics(): Promise<MetricsPage> {
  const { registry } = metrics();
  try {
    const { connections } = await database();
    const { databaseConnections } = metrics();
    databaseConnections.set({ state: "in_use" }, connections.numUsed());
    databaseConnections.set({ state: "free" }, connections.numFree());
    databaseConnections.set({ state: "waiting" }, connections.numPendingAcquires());
    setGauges(await countWaiting());
  } catch (error) {
    if (!(error instanceof SimonError)) throw error;
    log().warn({ err: error }, "metrics without those of the database"); // the others matter most then
    setGauges({ waiting: [], syncAges: new Map() });
  }
  return { contentType: registry.contentType, text: await registry.metrics() };
}

function setGauges({ waiting, syncAges }: Counted): void {
  const { queueDepth, syncAge } = metrics();
  queueDepth.reset();
  for (const { queue, state, amount } of waiting) queueDepth.set({ queue, state }, amount);
  syncAge.reset();
  for (const [kind, seconds] of syncAges) syncAge.set({ kind }, seconds);
}
