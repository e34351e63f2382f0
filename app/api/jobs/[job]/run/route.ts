import { withActor } from "#app/api/door.ts";
import { runNow } from "#domain/jobs/run-now.ts";

export const POST = withActor<{ job: string }>(async (_request, actor, { job }) =>
  Response.json({ run: await runNow(actor, job) }, { status: 202 }),
);
