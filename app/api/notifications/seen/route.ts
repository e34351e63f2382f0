import { withActor } from "#app/api/door.ts";
import { markSeen } from "#domain/notifications/settings.ts";

export const POST = withActor(async (_request, actor) => {
  await markSeen(actor);
  return new Response(null, { status: 204 });
});
