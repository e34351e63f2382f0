import { z } from "zod";
import { runningTurn } from "#agent/running-turns.ts";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { Conflict } from "#core/errors.ts";
import { listVersions, showVersion } from "#domain/threads/versions.ts";

interface Parameters extends Record<string, string> {
  threadId: string;
}

const Chosen = z.object({ messageId: z.string().min(1).max(100) });

/** The places of a conversation that hold more than one message. */
export const GET = withActor<Parameters>(async (_request, actor, { threadId }) =>
  Response.json({ places: await listVersions(actor, threadId) }),
);

/** Goes over to the version with this message; what is shown then. */
export const PUT = withActor<Parameters>(async (request, actor, { threadId }) => {
  const { messageId } = await readBody(request, Chosen);
  if (runningTurn(actor, threadId)) {
    throw new Conflict("An answer is under way here. Wait for it or stop it, then choose.");
  }
  return Response.json({ messages: await showVersion(actor, threadId, messageId) });
});
