import { z } from "zod";
import { runningTurn } from "#agent/running-turns.ts";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { createThread } from "#domain/threads/create-thread.ts";
import { listThreads } from "#domain/threads/list-threads.ts";
import { ThreadId } from "#domain/threads/thread.ts";

const Body = z.object({ id: ThreadId });

export const GET = withActor(async (_request, actor) => {
  const threads = (await listThreads(actor)).map((thread) => ({
    ...thread,
    isAnswering: runningTurn(actor, thread.id) !== undefined,
  }));
  return Response.json({ threads });
});

export const POST = withActor(async (request, actor) => {
  const { id } = await readBody(request, Body);
  return Response.json(await createThread(actor, id), { status: 201 });
});
