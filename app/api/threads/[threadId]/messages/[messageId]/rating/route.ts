import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { Rating, rateAnswer } from "#domain/threads/rate-answer.ts";

interface Parameters extends Record<string, string> {
  threadId: string;
  messageId: string;
}

export const PUT = withActor<Parameters>(async (request, actor, { threadId, messageId }) => {
  await rateAnswer(actor, { threadId, messageId }, await readBody(request, Rating));
  return new Response(null, { status: 204 });
});
