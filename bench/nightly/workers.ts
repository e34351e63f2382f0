import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 100;

export interface Workers {
  /** The sum of what each had in memory at its most. */
  peakMb(): number;
  stop(): Promise<void>;
}

/** Workers as `npm run worker` starts them, in processes of their own. */
export function startWorkers(count: number, settings: Record<string, string>): Workers {
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ["jobs/worker.cli.ts"], {
      env: { ...process.env, ...settings },
      stdio: ["ignore", "ignore", "inherit"],
    }),
  );
  const peaks = children.map(() => 0);
  const watching = new AbortController();
  const watched = watch(children, peaks, watching.signal);
  return {
    peakMb: () => Math.round(peaks.reduce((sum, peak) => sum + peak, 0)),
    stop: async () => {
      watching.abort();
      await watched;
      await Promise.all(children.map(ended));
    },
  };
}

async function watch(children: ChildProcess[], peaks: number[], signal: AbortSignal) {
  while (!signal.aborted) {
    children.forEach(({ pid }, i) => {
      peaks[i] = Math.max(peaks[i] ?? 0, peakOf(pid));
    });
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {}); // asked to stop
  }
}

/** As Linux counts it, in MB; 0 for a process that has ended. */
function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const exited = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await exited;
}
