import { withActor } from "#app/api/door.ts";
import { proposeRetry } from "#domain/changes/retry.ts";

/** Proposes the failed rows of a change once more, as a change of its own. */
export const POST = withActor<{ id: string }>(async (_request, actor, { id }) =>
  Response.json(await proposeRetry(actor, id), { status: 202 }),
);
