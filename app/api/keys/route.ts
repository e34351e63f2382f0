import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { SCOPES } from "#core/actor.ts";
import { KeyLimits } from "#domain/auth/key-limits.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";

const NewKey = z.object({
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  limits: KeyLimits.optional(),
  expiresInDays: z.number().int().min(1).max(3650).optional(),
});

export const POST = withActor(async (request, actor) =>
  Response.json(await createApiKey(actor, await readBody(request, NewKey)), { status: 201 }),
);
