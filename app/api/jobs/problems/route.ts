import { withActor } from "#app/api/door.ts";
import { listAnalysisProblems } from "#domain/analysis/batch/list-problems.ts";

/** Of the last analysis. */
export const GET = withActor(async (_request, actor) =>
  Response.json(
    { problems: await listAnalysisProblems(actor) },
    { headers: { "cache-control": "no-store" } },
  ),
);
