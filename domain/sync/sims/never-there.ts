import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";

/**
 * After a whole list: says of which SIMs, loaded or made here, the provider knows nothing. They stay as they are.
 * One that is deactivated need not be there.
 */
export async function noteNeverThere(sql: Transaction): Promise<void> {
  await sql`
    insert into store.sync_differences as kept (iccid, field, kind, ours, since)
    select s.iccid, 'presence', 'never_there', s.status, ${wallNow()} from store.sims s
    where s.status <> 'deactivated' and not exists (
      select from store.provider_sims p
      where p.organization_id = s.organization_id and p.iccid = s.iccid)
    order by s.iccid
    on conflict (organization_id, iccid, field) do update set kind = excluded.kind, ours = excluded.ours
    where (kept.kind, kept.ours) is distinct from (excluded.kind, excluded.ours)`;
}
