import { withActor } from "#app/api/door.ts";
import { searchThreads } from "#domain/threads/search-threads.ts";

const MAX_LENGTH = 200;

export const GET = withActor(async (request, actor) => {
  const text = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json({ hits: await searchThreads(actor, text.slice(0, MAX_LENGTH)) });
});
