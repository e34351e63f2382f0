import { withActor } from "#app/api/door.ts";
import { listPins } from "#domain/threads/pins.ts";

export const GET = withActor<{ threadId: string }>(async (_request, actor, { threadId }) =>
  Response.json(
    { pins: await listPins(actor, threadId) },
    { headers: { "cache-control": "no-store" } },
  ),
);
