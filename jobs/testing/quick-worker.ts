// A worker in a process of its own, to be killed; impatient, so that the next one need not wait long.
import { QUICK } from "#domain/changes/testing.ts";
import { startWorker } from "../worker.ts";

await startWorker({ timing: { ...QUICK, callTimeoutMs: 1_000, leaseMs: 1_500 } });
