import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { Pinned, pinAnswer } from "#domain/threads/pins.ts";

interface Parameters extends Record<string, string> {
  threadId: string;
  messageId: string;
}

export const PUT = withActor<Parameters>(async (request, actor, { threadId, messageId }) => {
  const pinned = await readBody(request, Pinned);
  return Response.json({ pins: await pinAnswer(actor, { threadId, messageId }, pinned) });
});
