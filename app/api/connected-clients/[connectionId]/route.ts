import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { revokeConnectedClient } from "#domain/connected-clients/revoke-connected-client.ts";
import { trustClient } from "#domain/connected-clients/trust-client.ts";

type Parameters = { connectionId: string };
const Change = z.object({ isTrusted: z.boolean() });

export const PATCH = withActor<Parameters>(async (request, actor, { connectionId }) => {
  await trustClient(actor, connectionId, (await readBody(request, Change)).isTrusted);
  return new Response(null, { status: 204 });
});

export const DELETE = withActor<Parameters>(async (_request, actor, { connectionId }) => {
  await revokeConnectedClient(actor, connectionId);
  return new Response(null, { status: 204 });
});
