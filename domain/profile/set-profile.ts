import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Forbidden } from "#core/errors.ts";
import { withAudit } from "#domain/orgs/with-audit.ts";
import { profileIn } from "./get-profile.ts";
import type { Profile } from "./profile.ts";

/** Everybody their own, in person. @throws Forbidden */
export async function setProfile(actor: Actor, profile: Profile): Promise<Profile> {
  if (actor.kind !== "user") throw new Forbidden("Only the person themselves may do this.");
  const { userId } = actor;
  const { name, time_zone, formats } = profile;
  return withAudit(actor, async (sql) => {
    const before = await profileIn(sql, userId);
    await sql`
      update public."user"
         set name = ${name}, "timeZone" = ${time_zone}, formats = ${formats}, "updatedAt" = ${wallNow()}
       where id = ${userId}`;
    return {
      result: profile,
      audit: {
        action: "user.update_profile",
        resourceType: "user",
        resourceId: userId,
        changes: { before, after: profile },
      },
    };
  });
}
