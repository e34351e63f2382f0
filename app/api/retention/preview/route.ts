import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { previewRetention } from "#domain/retention/preview-retention.ts";
import { Retention } from "#domain/retention/retention.ts";

/** What saving this would delete at the next run. */
export const POST = withActor(
  async (request, actor) =>
    Response.json(await previewRetention(actor, await readBody(request, Retention)), {
      headers: { "cache-control": "no-store" },
    }),
  { counted: "reads" },
);
