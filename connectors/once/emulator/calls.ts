import { isoOf } from "./units.ts";

/** One request to the API, whatever became of it. */
export interface LoggedCall {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** `GET /v2/sims/{iccid}` */
  readonly operation: string;
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  readonly client: string | null;
  readonly fault: string | null;
}

export interface CallCount {
  calls: number;
  /** Answered 2xx, and not spoilt by a fault. */
  ok: number;
  rateLimited: number;
  faults: number;
}

export interface CallSummary {
  readonly total: CallCount;
  readonly operations: Readonly<Record<string, CallCount>>;
}

const KEPT = 20_000;

/** Counts every call; the last ones are kept in full. Forgotten at the end of the process. */
export interface Calls {
  add(call: Omit<LoggedCall, "at"> & { readonly atMs: number }): void;
  summary(): CallSummary;
  list(): readonly LoggedCall[];
  clear(): void;
}

export function callLog(): Calls {
  let log: LoggedCall[] = [];
  let operations: Record<string, CallCount> = {};
  let total = zero();
  return {
    add: ({ atMs, ...call }) => {
      const count = operations[call.operation] ?? zero();
      operations[call.operation] = count;
      for (const counted of [count, total]) {
        counted.calls++;
        if (call.status >= 200 && call.status < 300 && call.fault === null) counted.ok++;
        if (call.status === 429) counted.rateLimited++;
        if (call.fault !== null) counted.faults++;
      }
      log.push({ at: isoOf(atMs), ...call });
      if (log.length > 2 * KEPT) log = log.slice(-KEPT);
    },
    summary: () => structuredClone({ total, operations }),
    list: () => log.slice(-KEPT),
    clear: () => {
      log = [];
      operations = {};
      total = zero();
    },
  };
}

function zero(): CallCount {
  return { calls: 0, ok: 0, rateLimited: 0, faults: 0 };
}
