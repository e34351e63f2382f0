import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";

const Holder = z.object({ pid: z.number(), startedAt: z.string() });
type Holder = z.infer<typeof Holder>;

const GATE_TIMEOUT_MS = 10_000;

export class AlreadyHeld extends Error {
  readonly pid: number;
  constructor(pid: number) {
    super(`held by process ${pid}`);
    this.pid = pid;
  }
}

/**
 * Hold `path` for this process until the returned function is called or the process dies. A holder
 * is told by its pid and its start time, so that a recycled pid does not keep a dead lock alive.
 *
 * @throws AlreadyHeld when a living process holds it.
 */
export function hold(path: string): () => void {
  const me: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? "" };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    return alone(path, () => {
      const holder = holderOf(path);
      if (holder) throw new AlreadyHeld(holder.pid);
      renameSync(draft, path);
      return () => release(path, me);
    });
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Looking for a holder and taking over from a dead one must be one step, or two processes could both
 * do it. SQLite's lock is the operating system's: it cannot outlive its process.
 */
function alone<T>(path: string, work: () => T): T {
  const gate = new DatabaseSync(`${path}.gate`, { timeout: GATE_TIMEOUT_MS });
  try {
    gate.exec("begin exclusive");
    return work();
  } finally {
    gate.close();
  }
}

/** The living process that holds `path`, if any. */
export function holderOf(path: string): Holder | null {
  try {
    const holder = Holder.parse(JSON.parse(readFileSync(path, "utf8")));
    return isAlive(holder) ? holder : null;
  } catch {
    return null; // no file, or one that its writer did not finish: nobody holds it
  }
}

function release(path: string, me: Holder): void {
  const holder = holderOf(path);
  if (holder?.pid === me.pid) rmSync(path, { force: true });
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const startedAt = startOf(holder.pid);
  return startedAt === null || startedAt === holder.startedAt;
}

/** Ticks since boot at which a process started (Linux, field 22 of /proc/PID/stat), else null. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
