import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { listLists } from "#domain/lists/list-lists.ts";
import { makeList, NewList } from "#domain/lists/make-list.ts";

/** A file of 10,000 lines with some columns beside the ICCID. */
const MAX_BYTES = 4 * 1024 * 1024;

export const GET = withActor(async (_request, actor) =>
  Response.json({ lists: await listLists(actor) }, { headers: { "cache-control": "no-store" } }),
);

export const POST = withActor(async (request, actor) => {
  const file = await readBody(request, NewList, { maxBytes: MAX_BYTES });
  return Response.json(await makeList(actor, file), { status: 201 });
});
