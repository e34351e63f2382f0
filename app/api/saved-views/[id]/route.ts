import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { changeSavedView } from "#domain/saved-views/change-saved-view.ts";
import { deleteSavedView } from "#domain/saved-views/delete-saved-view.ts";
import { ChangedView } from "#domain/saved-views/saved-view.ts";

export const PATCH = withActor<{ id: string }>(async (request, actor, { id }) => {
  await changeSavedView(actor, id, await readBody(request, ChangedView));
  return new Response(null, { status: 204 });
});

export const DELETE = withActor<{ id: string }>(async (_request, actor, { id }) => {
  await deleteSavedView(actor, id);
  return new Response(null, { status: 204 });
});
