import { withActor } from "#app/api/door.ts";
import { renewStream } from "#domain/connections/stream/renew-stream.ts";

export const POST = withActor(async (_request, actor) =>
  Response.json(await renewStream(actor), {
    status: 201,
    headers: { "cache-control": "no-store" },
  }),
);
