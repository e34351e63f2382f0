import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { decideConsent } from "#domain/auth/oauth/decide-consent.ts";

const Decision = z.object({
  query: z.string(),
  isAllowed: z.boolean(),
  organizationId: z.string(),
  scopes: z.array(z.string()),
});

export const POST = withActor(async (request, actor) => {
  const decision = await readBody(request, Decision, { maxBytes: 16 * 1024 });
  return Response.json({ url: await decideConsent(actor, request.headers, decision) });
});
