import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { createThread } from "#domain/threads/create-thread.ts";
import { listThreads } from "#domain/threads/list-threads.ts";
import { ThreadId } from "#domain/threads/thread.ts";

const Body = z.object({ id: ThreadId });

export const GET = withActor(async (_request, actor) =>
  Response.json({ threads: await listThreads(actor) }),
);

export const POST = withActor(async (request, actor) => {
  const { id } = await readBody(request, Body);
  return Response.json(await createThread(actor, id), { status: 201 });
});
