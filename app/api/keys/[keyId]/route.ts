import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { KeyLimits } from "#domain/auth/key-limits.ts";
import { changeKeyLimits } from "#domain/orgs/change-key-limits.ts";
import { revokeApiKey } from "#domain/orgs/revoke-api-key.ts";

const Change = z.object({ limits: KeyLimits });

export const PATCH = withActor<{ keyId: string }>(async (request, actor, { keyId }) => {
  await changeKeyLimits(actor, keyId, (await readBody(request, Change)).limits);
  return new Response(null, { status: 204 });
});

export const DELETE = withActor<{ keyId: string }>(async (_request, actor, { keyId }) => {
  await revokeApiKey(actor, keyId);
  return new Response(null, { status: 204 });
});
