import type { PendingQuery, Row } from "postgres";
import type { Transaction } from "#db/database.ts";
import type { Customer } from "./customer.ts";
import type { Months } from "./months.ts";

export interface CustomerRow extends Omit<Customer, "month_change_percent"> {
  /** Bytes of the whole days of this month, and of as many of the last. */
  readonly whole_volume: number;
  readonly volume_before: number;
}

/** A row a customer, of those of their SIMs that the condition leaves; null leaves all. */
export function customerRows(
  sql: Transaction,
  months: Months,
  condition: PendingQuery<Row[]> | null,
) {
  const { today } = months;
  return sql`
    select s.customer, count(*) as sims, count(*) filter (where s.status = 'active') as active,
      coalesce(sum(u.month), 0)::bigint as month_volume,
      coalesce(sum(u.whole), 0)::bigint as whole_volume,
      coalesce(sum(u.before), 0)::bigint as volume_before,
      count(soon.iccid) as running_out_in_7_days, count(odd.iccid) as anomalous,
      case when count(churn.iccid) > 0
        then count(*) filter (where churn.risk_level = 'high') end as high_churn_risk,
      coalesce(max(t.tickets), 0) as open_tickets
    from fleet.sims s
    ${usage(sql, months, condition !== null)}
    left join (
      select iccid from fleet.quota_outlook
      where type = 'data' and exhaustion_date between ${today}::date and ${today}::date + 7
    ) soon using (iccid)
    left join (select distinct iccid from fleet.anomalies where status = 'open') odd using (iccid)
    left join fleet.churn_risk churn using (iccid)
    left join (
      select customer, count(*) as tickets from fleet.support_tickets where status = 'open'
      group by customer
    ) t on t.customer = s.customer
    where ${condition ?? sql`true`}
    group by s.customer`;
}

/** What each SIM used. Of some they are looked up one by one, as reading the whole fleet's would take as long as for all. */
function usage(sql: Transaction, months: Months, isOfSome: boolean) {
  const { first, today, firstBefore, endBefore } = months;
  const sums = sql`
    sum(total_volume) filter (where day >= ${first}::date) as month,
    sum(total_volume) filter (where day >= ${first}::date and day < ${today}::date) as whole,
    sum(total_volume) filter (where day < ${first}::date) as before`;
  const days = sql`
    fleet.sim_usage_daily where day >= ${firstBefore}::date and day <= ${today}::date
      and (day < ${endBefore}::date or day >= ${first}::date)`;
  return isOfSome
    ? sql`left join lateral (select ${sums} from ${days} and iccid = s.iccid) u on true`
    : sql`left join (select iccid, ${sums} from ${days} group by iccid) u using (iccid)`;
}

export function toCustomer(row: CustomerRow, { days, daysBefore }: Months): Customer {
  const { whole_volume: whole, volume_before: before, ...customer } = row;
  const isKnown = days > 0 && before > 0;
  return {
    ...customer,
    month_change_percent: isKnown ? 100 * (whole / days / (before / daysBefore) - 1) : null,
  };
}
