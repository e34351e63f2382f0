import { starters } from "#agent/starters.ts";
import { withActor } from "#app/api/door.ts";

export const GET = withActor(async (_request, actor) =>
  Response.json({ starters: await starters(actor) }),
);
