import type { Actor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { database, type Sql, type Transaction } from "#db/database.ts";
import type { Profile } from "./profile.ts";

/** What the person behind the actor says of themselves. @throws NotFound where nobody is behind it. */
export async function getProfile(actor: Actor): Promise<Profile> {
  return profileIn((await database()).sql, actor.userId);
}

/** The same, and whether the person has not been shown around yet, on any device. @throws NotFound */
export async function getProfileAndTour(
  actor: Actor,
): Promise<{ profile: Profile; isTourDue: boolean }> {
  const { isTourDue, ...profile } = await personIn((await database()).sql, actor.userId);
  return { profile, isTourDue };
}

export async function profileIn(sql: Sql | Transaction, userId: string | null): Promise<Profile> {
  const { isTourDue, ...profile } = await personIn(sql, userId);
  return profile;
}

async function personIn(sql: Sql | Transaction, userId: string | null) {
  const [row] = await sql<(Profile & { isTourDue: boolean })[]>`
    select name, "timeZone" as time_zone, formats, "tourEndedAt" is null as "isTourDue"
    from public."user" where id = ${userId}`;
  if (!row) throw new NotFound("This account does not exist.");
  return { ...row };
}
