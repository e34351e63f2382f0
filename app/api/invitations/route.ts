import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { ROLES } from "#core/actor.ts";
import { cancelInvitation } from "#domain/orgs/cancel-invitation.ts";
import { inviteMember } from "#domain/orgs/invite-member.ts";

const Invitation = z.object({ email: z.string(), role: z.enum(ROLES) });

export const POST = withActor(async (request, actor) =>
  Response.json(await inviteMember(actor, await readBody(request, Invitation)), { status: 201 }),
);

export const DELETE = withActor(async (request, actor) => {
  const { email } = await readBody(request, Invitation.pick({ email: true }));
  await cancelInvitation(actor, email);
  return new Response(null, { status: 204 });
});
