import { withActor } from "#app/api/door.ts";
import { deleteSavedView } from "#domain/saved-views/delete-saved-view.ts";

export const DELETE = withActor<{ id: string }>(async (_request, actor, { id }) => {
  await deleteSavedView(actor, id);
  return new Response(null, { status: 204 });
});
