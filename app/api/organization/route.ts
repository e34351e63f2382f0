import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { renameOrganization } from "#domain/orgs/rename-organization.ts";

const Organization = z.object({ name: z.string().max(1000) });

export const PATCH = withActor(async (request, actor) => {
  const { name } = await readBody(request, Organization);
  await renameOrganization(actor, name);
  return new Response(null, { status: 204 });
});
