import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { ROLES } from "#core/actor.ts";
import { changeRole } from "#domain/orgs/change-role.ts";
import { removeMember } from "#domain/orgs/remove-member.ts";

type Parameters = { userId: string };
const Change = z.object({ role: z.enum(ROLES) });

export const PATCH = withActor<Parameters>(async (request, actor, { userId }) => {
  await changeRole(actor, userId, (await readBody(request, Change)).role);
  return new Response(null, { status: 204 });
});

export const DELETE = withActor<Parameters>(async (_request, actor, { userId }) => {
  await removeMember(actor, userId);
  return new Response(null, { status: 204 });
});
