import { mentions } from "#agent/mentions.ts";
import { withActor } from "#app/api/door.ts";

const MAX_LENGTH = 100;

export const GET = withActor(async (request, actor) => {
  const text = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json({ mentions: await mentions(actor, text.slice(0, MAX_LENGTH)) });
});
