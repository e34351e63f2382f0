import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { NotFound } from "#core/errors.ts";
import { resolveConflict, Side } from "#domain/sync/differences/resolve-conflict.ts";

const Decision = z.object({ side: Side });

/** Which side of a difference is right. */
export const POST = withActor<{ id: string }>(async (request, actor, { id }) => {
  const { side } = await readBody(request, Decision);
  if (!/^\d{1,15}$/.test(id)) throw new NotFound("There is no such difference.");
  return Response.json(await resolveConflict(actor, Number(id), side));
});
