import { withActor } from "#app/api/door.ts";
import { revokeApiKey } from "#domain/orgs/revoke-api-key.ts";

export const DELETE = withActor<{ keyId: string }>(async (_request, actor, { keyId }) => {
  await revokeApiKey(actor, keyId);
  return new Response(null, { status: 204 });
});
