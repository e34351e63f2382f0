import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { Schedule, setSchedule } from "#domain/jobs/set-schedule.ts";

export const PUT = withActor<{ job: string }>(async (request, actor, { job }) => {
  await setSchedule(actor, job, await readBody(request, Schedule));
  return new Response(null, { status: 204 });
});
