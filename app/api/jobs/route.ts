import { withActor } from "#app/api/door.ts";
import { listJobs } from "#domain/jobs/list-jobs.ts";

export const GET = withActor(async (_request, actor) =>
  Response.json(await listJobs(actor), { headers: { "cache-control": "no-store" } }),
);
