import type { Case } from "./cases.ts";
import type { Judged, Verdict } from "./judge.ts";

/** A case on all fleets that it was put to. */
export interface Result {
  readonly file: string;
  readonly case: Case;
  readonly verdict: Verdict;
  readonly runs: readonly Run[];
}

export interface Run extends Judged {
  readonly seed: number;
}

/** Right where it is right on every fleet; wrong as soon as it is wrong on one. */
export function combine(
  file: string,
  cases: readonly Case[],
  runs: readonly Run[],
): { results: Result[]; unasked: string[] } {
  const byId = Map.groupBy(runs, (run) => run.case.id);
  const unasked = cases.filter(({ id }) => !byId.has(id)).map(({ id }) => id);
  const results = cases.flatMap((asked): Result[] => {
    const own = byId.get(asked.id);
    if (!own) return [];
    const has = (verdict: Verdict) => own.some((run) => run.verdict === verdict);
    const verdict = has("wrong") ? "wrong" : has("asked back") ? "asked back" : "right";
    return [{ file, case: asked, verdict, runs: own }];
  });
  return { results, unasked };
}

/** The run to show: the first that was not right, else the first. */
export function tellingRun({ runs }: Result): Run | undefined {
  return runs.find(({ verdict }) => verdict !== "right") ?? runs[0];
}

/** Whether no fleet had a row to find: right, but proving little. */
export function isHollow({ case: { expect }, runs }: Result): boolean {
  return (
    (expect === "answer" || expect === "action") && runs.every(({ gold }) => gold.length === 0)
  );
}

/** Results whose cases may be shown: of the sets kept aside only figures are read. */
export function showable(results: readonly Result[]): Result[] {
  return results.filter(({ file }) => !file.startsWith("aside-"));
}
