import { wallNow } from "#core/clock.ts";
import { database } from "#db/database.ts";

/** Anybody may register a client, so only so many are kept that nobody has let in. */
const MAX_UNUSED = 1_000;
const UNUSED_DAYS = 30;

/** Forgets clients that nobody has let in for long, and the oldest of those where there are too many. */
export async function tidyClients(): Promise<void> {
  const { sql } = await database();
  const oldest = new Date(wallNow().getTime() - UNUSED_DAYS * 24 * 3600 * 1000);
  await sql`
    with unused as (
      select k.id, k."createdAt", row_number() over (order by k."createdAt" desc) as place
        from public."oauthClient" k
       where not exists (select 1 from public."oauthConsent" c where c."clientId" = k."clientId")
         and not exists (select 1 from public."oauthRefreshToken" t where t."clientId" = k."clientId"))
    delete from public."oauthClient" k using unused u
     where u.id = k.id and (u.place > ${MAX_UNUSED} or u."createdAt" < ${oldest})`;
}
