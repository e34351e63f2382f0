import type { Transaction } from "#db/database.ts";
import type { Values } from "./change.ts";
import type { Present } from "./kind.ts";

/** Why a SIM is left out that the organisation does not have. */
export const NOT_THERE = "not in this fleet";

/** What of SIMs a change can be about; totals of quotas in bytes and messages. */
interface SimRow {
  readonly iccid: string;
  readonly label: string | null;
  readonly status: string;
  readonly rate_plan: string | null;
  readonly customer: string | null;
  readonly tags: string[];
  readonly data_total: number | null;
  readonly sms_total: number | null;
}

export async function presentSims(
  sql: Transaction,
  iccids: readonly string[],
  { lock }: { lock: boolean },
): Promise<Map<string, Present>> {
  const rows = await sql<SimRow[]>`
    select s.iccid, s.label, s.status, s.rate_plan, s.customer, s.tags,
      d.total as data_total, m.total as sms_total
    from store.sims s
    left join store.sim_quota d on d.organization_id = s.organization_id and d.iccid = s.iccid and d.type = 'data'
    left join store.sim_quota m on m.organization_id = s.organization_id and m.iccid = s.iccid and m.type = 'sms'
    where s.iccid = any(${iccids as string[]})
    ${lock ? sql`order by s.iccid for update of s` : sql``}`;
  return new Map(
    rows.map(({ iccid, ...values }) => [
      iccid,
      { label: values.label, values: { ...values, exists: true } },
    ]),
  );
}

const COLUMNS = new Set(["status", "rate_plan", "customer", "label", "tags"]);

/** Writes values of `presentSims` back into the fleet. */
export async function writeSim(
  sql: Transaction,
  iccid: string,
  values: Values,
  now: Date,
): Promise<void> {
  const columns = Object.fromEntries(Object.entries(values).filter(([name]) => COLUMNS.has(name)));
  if (Object.keys(columns).length > 0) {
    await sql`update store.sims set ${sql(columns)} where iccid = ${iccid}`;
  }
  if (values.status !== undefined) await writeStatusTimes(sql, iccid, values.status, now);
  if (values.data_total !== undefined) await writeTotal(sql, iccid, "data", values.data_total, now);
  if (values.sms_total !== undefined) await writeTotal(sql, iccid, "sms", values.sms_total, now);
}

async function writeStatusTimes(sql: Transaction, iccid: string, status: unknown, now: Date) {
  await sql`
    update store.sims set
      activated_at = case when ${status === "active"} then coalesce(activated_at, ${now}) else activated_at end,
      deactivated_at = case when ${status === "deactivated"} then ${now}::timestamptz end
    where iccid = ${iccid}`;
}

/** No total is no quota: how it was before the first one. */
async function writeTotal(
  sql: Transaction,
  iccid: string,
  type: "data" | "sms",
  total: unknown,
  now: Date,
) {
  if (typeof total !== "number") {
    await sql`delete from store.sim_quota where iccid = ${iccid} and type = ${type}`;
    return;
  }
  await sql`
    insert into store.sim_quota (iccid, type, total, used, remaining, updated_at)
    values (${iccid}, ${type}, ${total}, 0, ${total}, ${now})
    on conflict (organization_id, iccid, type) do update set
      total = excluded.total, remaining = excluded.total - sim_quota.used, updated_at = excluded.updated_at`;
}
