// A worker in a process of its own, to be killed: impatient, so that the next one need not wait long, and
// at a provider that heeds no idempotency key.
import { forgetful } from "#connectors/testing/faulty-provider.ts";
import { surviveLostConnections } from "#db/survive-lost-connections.ts";
import { QUICK } from "#domain/changes/testing.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { startWorker } from "../worker.ts";

surviveLostConnections();
await startWorker({
  timing: { ...QUICK, callTimeoutMs: 3_000, leaseMs: 4_000 },
  provider: (actor) => forgetful(localProvider(actor)),
});
