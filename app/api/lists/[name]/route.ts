import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { deleteList } from "#domain/lists/delete-list.ts";
import { NewName, renameList } from "#domain/lists/rename-list.ts";

export const PATCH = withActor<{ name: string }>(async (request, actor, { name }) => {
  const wanted = await readBody(request, NewName);
  return Response.json(await renameList(actor, name, wanted.name));
});

export const DELETE = withActor<{ name: string }>(async (_request, actor, { name }) => {
  await deleteList(actor, name);
  return new Response(null, { status: 204 });
});
