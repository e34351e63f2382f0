import { withActor } from "#app/api/door.ts";
import { endTour } from "#domain/profile/tour.ts";

export const DELETE = withActor(async (_request, actor) => {
  await endTour(actor);
  return new Response(null, { status: 204 });
});
