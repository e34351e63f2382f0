import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { CONTROLS, control } from "#domain/changes/control.ts";
import { getChange } from "#domain/changes/read-changes.ts";

const Body = z.object({ action: z.enum(CONTROLS) });

/** Whoever did too much in this minute may still stop it. */
export const POST = withActor<{ id: string }>(
  async (request, actor, { id }) => {
    const { action } = await readBody(request, Body);
    await control(actor, id, action);
    return Response.json(await getChange(actor, id));
  },
  { counted: "reads" },
);
