import type { Calibration } from "#analytics/forecast.ts";
import type { Transaction } from "#db/database.ts";

/** An analysis that is under way: what all its shards share. */
export interface AnalysisRun {
  readonly id: string;
  /** The last whole day that it is based on. */
  readonly asOf: string;
  readonly sims: number;
  readonly calibration: Calibration;
  /** Of ordinary days of the fleet, as `ordinaryWindows` gives them. */
  readonly windows: Float64Array;
  readonly startedAt: Date;
}

interface Row extends Omit<AnalysisRun, "windows"> {
  readonly windows: Buffer;
}

/** The one that is not finished, if there is one. As `simon_app`. */
export async function unfinishedRun(sql: Transaction): Promise<AnalysisRun | null> {
  const [row] = await sql<Row[]>`
    select id, as_of as "asOf", sims, calibration, windows, started_at as "startedAt"
    from store.analysis_runs where finished_at is null`;
  return row ? { ...row, windows: numbersOf(row.windows) } : null;
}

export function numbersOf(bytes: Buffer): Float64Array {
  return new Float64Array(Uint8Array.from(bytes).buffer);
}

export function bytesOf(numbers: Float64Array | Float32Array | Int8Array): Buffer {
  return Buffer.from(numbers.buffer as ArrayBuffer, numbers.byteOffset, numbers.byteLength);
}
