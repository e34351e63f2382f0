import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { chooseModel } from "#domain/models/choose-model.ts";

const Choice = z.object({ model: z.string().min(1).max(200) });

export const PUT = withActor(async (request, actor) => {
  const { model } = await readBody(request, Choice);
  await chooseModel(actor, model);
  return new Response(null, { status: 204 });
});
