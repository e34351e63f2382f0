import { AnalysisPool } from "#analytics/fleet/pool.ts";
import { processWide } from "#core/process-state.ts";

interface Shared {
  pool: AnalysisPool | null;
  users: number;
}

const shared = () => processWide<Shared>("analysis-threads", () => ({ pool: null, users: 0 }));

/** Lends the threads of this process, which end with the last that uses them. */
export async function withThreads<T>(work: (pool: AnalysisPool) => Promise<T>): Promise<T> {
  const state = shared();
  state.pool ??= new AnalysisPool();
  const { pool } = state;
  state.users++;
  try {
    return await work(pool);
  } finally {
    state.users--;
    if (state.users === 0) {
      state.pool = null;
      await pool.close();
    }
  }
}
