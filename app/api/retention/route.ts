import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { Retention } from "#domain/retention/retention.ts";
import { setRetention } from "#domain/retention/set-retention.ts";

export const PUT = withActor(async (request, actor) => {
  await setRetention(actor, await readBody(request, Retention));
  return new Response(null, { status: 204 });
});
