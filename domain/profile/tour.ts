import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Forbidden } from "#core/errors.ts";
import { database } from "#db/database.ts";

/** Shown or skipped: it does not come by itself again. @throws Forbidden */
export async function endTour(actor: Actor): Promise<void> {
  if (actor.kind !== "user") throw new Forbidden("Only the person themselves may do this.");
  const { sql } = await database();
  await sql`
    update public."user" set "tourEndedAt" = ${wallNow()}
    where id = ${actor.userId} and "tourEndedAt" is null`;
}
