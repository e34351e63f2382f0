import { runningTurn } from "#agent/running-turns.ts";
import { withActor } from "#app/api/door.ts";
import { loadMessages } from "#domain/threads/load-messages.ts";

/** What was said, and which question is being answered just now, perhaps begun by another tab. */
export const GET = withActor<{ threadId: string }>(async (_request, actor, { threadId }) => {
  // asked first: an answer that ends meanwhile is among the messages, and its stream is over
  const answering = runningTurn(actor, threadId)?.questionId ?? null;
  return Response.json({ messages: await loadMessages(actor, threadId), answering });
});
