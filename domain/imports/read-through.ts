import type { ImportProgress, ImportRun } from "./import-run.ts";
import type { OpenedImport } from "./open-import.ts";

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/**
 * Takes all rows of an opened file through `run`, and closes the file.
 *
 * @throws what the file, the database or the signal throws; an Error where the file ends too early.
 */
export async function readThrough(
  { table, read, sizeBytes }: OpenedImport,
  run: ImportRun,
  { signal, onProgress }: RunOptions,
): Promise<{ elapsedMs: number }> {
  const startedMs = performance.now();
  const tell = () => onProgress?.(run.progress(read.bytes, sizeBytes, startedMs));
  try {
    for await (const rows of table.rows) {
      for (const row of rows) {
        signal?.throwIfAborted();
        run.add(row);
        if (!run.isFull) continue;
        await run.flush();
        tell();
      }
    }
    if (sizeBytes !== undefined && read.bytes < sizeBytes) throw new Error("the upload broke off");
    await run.finish();
    tell();
    return { elapsedMs: Math.round(performance.now() - startedMs) };
  } finally {
    await table.close?.();
  }
}
