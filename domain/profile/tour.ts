import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Forbidden } from "#core/errors.ts";
import { database } from "#db/database.ts";

/** Whether the person behind the actor has not been shown around yet, on any device. */
export async function isTourDue(actor: Actor): Promise<boolean> {
  if (actor.kind !== "user") return false;
  const { sql } = await database();
  const [row] = await sql`
    select 1 from public."user" where id = ${actor.userId} and "tourEndedAt" is null`;
  return row !== undefined;
}

/** Shown or skipped: it does not come by itself again. @throws Forbidden */
export async function endTour(actor: Actor): Promise<void> {
  if (actor.kind !== "user") throw new Forbidden("Only the person themselves may do this.");
  const { sql } = await database();
  await sql`
    update public."user" set "tourEndedAt" = ${wallNow()}
    where id = ${actor.userId} and "tourEndedAt" is null`;
}
