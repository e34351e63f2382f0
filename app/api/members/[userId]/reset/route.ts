import { withActor } from "#app/api/door.ts";
import { resetPasswordLink } from "#domain/orgs/reset-password-link.ts";

export const POST = withActor<{ userId: string }>(async (_request, actor, { userId }) =>
  Response.json(await resetPasswordLink(actor, userId), { status: 201 }),
);
