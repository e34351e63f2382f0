import { withActor } from "#app/api/door.ts";
import { loadMessages } from "#domain/threads/load-messages.ts";

export const GET = withActor<{ threadId: string }>(async (_request, actor, { threadId }) =>
  Response.json({ messages: await loadMessages(actor, threadId) }),
);
