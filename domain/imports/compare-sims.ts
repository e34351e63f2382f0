import type { Transaction } from "#db/database.ts";
import { givenSims } from "./given-sims.ts";
import type { SimRecord } from "./sim-row.ts";
import type { SimField } from "./spellings.ts";

export type ChangingField = Exclude<SimField, "iccid">;

export interface Comparison {
  readonly iccid: string;
  readonly isNew: boolean;
  /** Empty for a new SIM. */
  readonly changed: readonly ChangingField[];
}

/** Those of the records that `loadSims` would add, or change and in which fields. */
export async function compareSims(
  sql: Transaction,
  records: readonly SimRecord[],
): Promise<readonly Comparison[]> {
  return sql<Comparison[]>`
    select * from (
      select g.iccid, s.iccid is null as "isNew",
        case when s.iccid is null then '{}' else array_remove(array[
          case when g.imsi is not null and g.imsi is distinct from s.imsi then 'imsi' end,
          case when g.msisdn is not null and g.msisdn is distinct from s.msisdn then 'msisdn' end,
          case when g.imei is not null and g.imei is distinct from s.imei then 'imei' end,
          case when g.label is not null and g.label is distinct from s.label then 'label' end,
          case when g.status is not null and g.status is distinct from s.status then 'status' end,
          case when g.ip_address is not null and g.ip_address is distinct from s.ip_address then 'ip_address' end,
          case when g.operator is not null and g.operator is distinct from s.operator then 'operator' end,
          case when g.country is not null and g.country is distinct from s.country then 'country' end,
          case when g.rat is not null and g.rat is distinct from s.rat then 'rat' end,
          case when g.rate_plan is not null and g.rate_plan is distinct from s.rate_plan then 'rate_plan' end,
          case when g.customer is not null and g.customer is distinct from s.customer then 'customer' end,
          case when g.tags is not null and g.tags is distinct from s.tags then 'tags' end,
          case when g.activated_at is not null and g.activated_at is distinct from s.activated_at then 'activated_at' end,
          case when g.deactivated_at is not null and g.deactivated_at is distinct from s.deactivated_at then 'deactivated_at' end,
          case when g.last_seen_at is not null and g.last_seen_at is distinct from s.last_seen_at then 'last_seen_at' end
        ], null) end as changed
      from ${givenSims(sql, records)} left join store.sims s using (iccid)
    ) as compared
    where "isNew" or changed <> '{}'`;
}
