import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { decide } from "#domain/changes/decide.ts";
import { getChange } from "#domain/changes/read-changes.ts";

const Body = z.object({
  decision: z.enum(["approve", "reject"]),
  typed_count: z.int().optional(),
});

/** `POST /api/changes/{id}/decision`: what a signed-in person decides; what it is about, the server knows. */
export const POST = withActor<{ id: string }>(async (request, actor, { id }) => {
  const { decision, typed_count } = await readBody(request, Body);
  await decide(actor, id, { decision, typedCount: typed_count });
  return Response.json(await getChange(actor, id));
});
