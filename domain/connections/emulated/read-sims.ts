import type { SeedSim } from "#connectors/once/emulator/sims/seed.ts";
import { BYTES_OF_UNIT } from "#core/bytes.ts";
import type { Transaction } from "#db/database.ts";

/** So many SIMs are read at a time. */
export const PAGE_SIMS = 500;

type Row = Omit<SeedSim, "data_total_mb" | "data_remaining_mb"> & {
  readonly data_total: number | null;
  readonly data_remaining: number | null;
};

/**
 * A page of the organisation's SIMs, as an emulator of its provider would have them: what is not known here is
 * not made up there.
 *
 * @param after The last ICCID of the page before.
 */
export async function readSims(sql: Transaction, after: string): Promise<SeedSim[]> {
  const rows = await sql<Row[]>`
    select s.iccid, s.imsi, s.msisdn, s.imei, s.label,
      case when s.status = 'active' then 'Enabled' else 'Disabled' end as status,
      host(s.ip_address) as ip_address, s.activated_at as activation_date, s.country, s.operator, s.rat,
      s.last_seen_at as attached_at,
      data.total as data_total, data.total - data.used as data_remaining,
      sms.total as sms_total, sms.total - sms.used as sms_remaining,
      coalesce(data.expires_at, sms.expires_at) as expiry_date
    from store.sims s
    left join store.sim_quota data on data.iccid = s.iccid and data.type = 'data'
    left join store.sim_quota sms on sms.iccid = s.iccid and sms.type = 'sms'
    where s.iccid > ${after} order by s.iccid limit ${PAGE_SIMS}`;
  return rows.map(({ data_total, data_remaining, sms_remaining, ...row }) => {
    const { activation_date, attached_at, expiry_date, sms_total, ...sim } = row;
    return {
      ...(present(sim) as Pick<SeedSim, "iccid">),
      activation_date,
      attached_at,
      expiry_date,
      data_total_mb: megabytes(data_total),
      data_remaining_mb: megabytes(data_remaining) ?? 0,
      sms_total,
      sms_remaining: sms_remaining ?? 0,
    };
  });
}

function megabytes(bytes: number | null): number | null {
  return bytes === null ? null : bytes / BYTES_OF_UNIT.mb;
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null),
  ) as Partial<T>;
}
