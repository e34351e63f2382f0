import useSWR from "swr";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import { countOf } from "#app/lib/format.ts";

interface Problems {
  readonly problems: readonly { readonly id: string; readonly problem: string }[];
}

/** The SIMs whose data the analysis `runId`, the newest, could not use as it was; nothing where there are none. */
export function AnalysisProblems({ runId }: { readonly runId: string }) {
  const { data } = useSWR<Problems, RequestFailed>(`/api/jobs/problems?run=${runId}`, getJson, {
    revalidateOnFocus: false,
  });
  const problems = data?.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="cursor-pointer text-muted">
        {countOf(problems.length, "SIM")} with problems
      </summary>
      <ul className="mt-1 max-h-80 overflow-y-auto">
        {problems.map(({ id, problem }) => (
          <li key={id} className="py-1">
            <span className="font-mono text-xs">{id}</span> {problem}
          </li>
        ))}
      </ul>
    </details>
  );
}
