import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { processWide } from "./process-state.ts";

/** From a millisecond to what a person waits for. */
const REQUEST_SECONDS = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
];
const CALL_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const JOB_SECONDS = [0.1, 0.5, 1, 5, 15, 60, 180, 600, 1800];

/** What this process counts. Of no organisation by itself: labels say sorts and outcomes, never names. */
export const metrics = () => processWide("metrics", makeMetrics);

function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    httpRequests: new Histogram({
      name: "simon_http_request_duration_seconds",
      help: "Requests by sort of route, method and status, and how long they took",
      labelNames: ["route", "method", "status"] as const,
      buckets: REQUEST_SECONDS,
      registers,
    }),
    jobRuns: new Histogram({
      name: "simon_job_run_duration_seconds",
      help: "Attempts at runs of jobs by job and outcome (done, failed, again, stopped), and how long they took",
      labelNames: ["job", "outcome"] as const,
      buckets: JOB_SECONDS,
      registers,
    }),
    changeItems: new Counter({
      name: "simon_change_items_total",
      help: "Rows of approved changes that came to their end, by tool and outcome (done, failed, unknown)",
      labelNames: ["tool", "outcome"] as const,
      registers,
    }),
    providerCalls: new Histogram({
      name: "simon_provider_call_duration_seconds",
      help: "Calls to providers by provider and outcome (an HTTP status, or busy, lost, rejected where there was no answer), and how long they took",
      labelNames: ["provider", "outcome"] as const,
      buckets: CALL_SECONDS,
      registers,
    }),
    providerTurns: new Histogram({
      name: "simon_provider_turn_wait_seconds",
      help: "How long calls to providers waited for their turn in the account's rate, by what they were for (read, change)",
      labelNames: ["for"] as const,
      buckets: CALL_SECONDS,
      registers,
    }),
    streamRecords: new Counter({
      name: "simon_stream_records_total",
      help: "Records that providers pushed, by outcome (stored, repeated, held, refused)",
      labelNames: ["outcome"] as const,
      registers,
    }),
    queueDepth: new Gauge({
      name: "simon_queue_depth",
      help: "What waits or is under way, in all organisations: job runs, rows of changes, changes to decide on",
      labelNames: ["queue", "state"] as const,
      registers,
    }),
    syncAge: new Gauge({
      name: "simon_sync_age_seconds",
      help: "Age of what providers were asked for, by kind: of the organisation where it is oldest",
      labelNames: ["kind"] as const,
      registers,
    }),
    databaseConnections: new Gauge({
      name: "simon_database_connections",
      help: "Connections for transactions: in use, free, and how many wait for one",
      labelNames: ["state"] as const,
      registers,
    }),
  };
}

/** Starts a clock, which tells the seconds that have passed. */
export function stopwatch(): () => number {
  const startedAtMs = performance.now();
  return () => (performance.now() - startedAtMs) / 1000;
}
