import { getJson } from "#app/lib/api.ts";
import type { ListedImport } from "#domain/imports/list-imports.ts";

const EVERY_MS = 1_000;

export interface ImportTick {
  readonly rows: number;
  readonly bad: number;
  readonly rowsPerSecond: number;
}

/**
 * Asks now and then how far the server is with the newest running import of `fileName`.
 *
 * @returns a function that stops asking.
 */
export function watchImport(fileName: string, onTick: (tick: ImportTick) => void): () => void {
  let before: { rows: number; atMs: number } | null = null;
  const timer = setInterval(async () => {
    const answer = await getJson<{ imports: ListedImport[] }>("/api/imports").catch(() => null); // next time
    const running = answer?.imports.find(
      (one) => one.state === "running" && one.fileName === fileName,
    );
    if (!running || isStopped) return;
    const atMs = performance.now();
    const rowsPerSecond = before
      ? ((running.rows - before.rows) / (atMs - before.atMs)) * 1000
      : running.rows / (EVERY_MS / 1000);
    before = { rows: running.rows, atMs };
    onTick({ rows: running.rows, bad: running.bad, rowsPerSecond });
  }, EVERY_MS);
  let isStopped = false;
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
