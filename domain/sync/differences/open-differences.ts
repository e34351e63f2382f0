import type { Sql, Transaction } from "#db/database.ts";

/** As a `from … where`: differences `d` that there still are, with our SIM `s` as it is now. */
export function openDifferences(sql: Transaction | Sql) {
  return sql`
    store.sync_differences d
    left join store.sims s on s.organization_id = d.organization_id and s.iccid = d.iccid
    where case
        when d.kind = 'removed_here' then s.iccid is null
        when s.iccid is null then false
        when d.kind = 'never_there' then s.status <> 'deactivated'
        when d.field = 'label' then s.label is distinct from d.theirs
        when d.field = 'status' then (s.status = 'active') <> (d.theirs = 'active')
        else true
      end`;
}
