import type { Actor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { database, type Sql, type Transaction } from "#db/database.ts";
import type { Profile } from "./profile.ts";

/** What the person behind the actor says of themselves. @throws NotFound where nobody is behind it. */
export async function getProfile(actor: Actor): Promise<Profile> {
  return profileIn((await database()).sql, actor.userId);
}

export async function profileIn(sql: Sql | Transaction, userId: string | null): Promise<Profile> {
  const [row] = await sql<Profile[]>`
    select name, "timeZone" as time_zone, formats from public."user" where id = ${userId}`;
  if (!row) throw new NotFound("This account does not exist.");
  return { ...row };
}
