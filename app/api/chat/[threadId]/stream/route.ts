import { createUIMessageStreamResponse } from "ai";
import { runningTurn } from "#agent/running-turns.ts";
import { withActor } from "#app/api/door.ts";

/** The answer that is under way, from its start; 204 when there is none. */
export const GET = withActor<{ threadId: string }>((_request, actor, { threadId }) => {
  const running = runningTurn(actor, threadId);
  if (!running) return new Response(null, { status: 204 });
  return createUIMessageStreamResponse({ stream: running.read() });
});
