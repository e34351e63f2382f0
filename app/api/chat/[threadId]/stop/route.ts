import { runningTurn } from "#agent/running-turns.ts";
import { withActor } from "#app/api/door.ts";

/** Ends the answer that is under way; what there is of it is kept. Whoever asked too much may stop it. */
export const POST = withActor<{ threadId: string }>(
  (_request, actor, { threadId }) => {
    runningTurn(actor, threadId)?.stop();
    return new Response(null, { status: 204 });
  },
  { counted: "reads" },
);
