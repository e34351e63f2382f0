import type { Source } from "../notification.ts";

/** The newest analysis, where it failed. */
export const failedAnalysis: Source = async (sql, _person, since) => {
  const [run] = await sql<{ id: string; state: string; outcome: string | null; at: Date }[]>`
    select id, state, outcome, finished_at as at from store.job_runs
    where job = 'analysis' and finished_at > ${since} order by finished_at desc limit 1`;
  if (run?.state !== "failed") return [];
  const text = `The analysis failed: ${run.outcome ?? "no reason was kept"}`;
  return [{ ref: run.id, text, href: "/settings/jobs", at: run.at }];
};
