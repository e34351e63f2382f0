import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { Profile } from "#domain/profile/profile.ts";
import { setProfile } from "#domain/profile/set-profile.ts";

export const PUT = withActor(async (request, actor) =>
  Response.json(await setProfile(actor, await readBody(request, Profile))),
);
