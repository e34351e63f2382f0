import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";

/**
 * Of an item `i`, whether a change that tries it again has it: then no other one may, or two of them could
 * both send its message.
 */
export function isTakenUp(sql: Transaction) {
  return sql`exists (
    select 1 from store.change_sets r
    join store.change_items t on t.organization_id = r.organization_id and t.change_id = r.id
    where r.organization_id = i.organization_id and r.retry_of = i.change_id and t.target = i.target
      and t.state not in ('skipped', 'cancelled')
      and (r.state <> 'proposed' or r.expires_at > ${wallNow()}))`;
}
