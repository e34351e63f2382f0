import { z } from "zod";
import { runningTurn } from "#agent/running-turns.ts";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { deleteThread } from "#domain/threads/delete-thread.ts";
import { getThread } from "#domain/threads/get-thread.ts";
import { ThreadStatus, ThreadTitle } from "#domain/threads/thread.ts";
import { updateThread } from "#domain/threads/update-thread.ts";

interface Parameters extends Record<string, string> {
  threadId: string;
}

const Changes = z.object({ title: ThreadTitle.optional(), status: ThreadStatus.optional() });

export const GET = withActor<Parameters>(async (_request, actor, { threadId }) =>
  Response.json(await getThread(actor, threadId)),
);

export const PATCH = withActor<Parameters>(async (request, actor, { threadId }) =>
  Response.json(await updateThread(actor, threadId, await readBody(request, Changes))),
);

export const DELETE = withActor<Parameters>(async (_request, actor, { threadId }) => {
  runningTurn(actor, threadId)?.stop();
  await deleteThread(actor, threadId);
  return new Response(null, { status: 204 });
});
