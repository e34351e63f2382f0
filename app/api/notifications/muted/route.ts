import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { Muted, muteKinds } from "#domain/notifications/settings.ts";

export const PUT = withActor(async (request, actor) => {
  await muteKinds(actor, (await readBody(request, Muted)).muted);
  return new Response(null, { status: 204 });
});
