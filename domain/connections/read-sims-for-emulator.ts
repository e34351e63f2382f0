import type { SeedSim } from "#connectors/once/emulator/sims/seed.ts";
import type { Actor } from "#core/actor.ts";
import { BYTES_OF_UNIT } from "#core/bytes.ts";
import { asActor } from "#db/guard.ts";

type Row = Omit<SeedSim, "data_total_mb" | "data_remaining_mb"> & {
  readonly data_total: number | null;
  readonly data_remaining: number | null;
};

/** The organisation's SIMs, as an emulator of its provider would have them. */
export async function readSimsForEmulator(actor: Actor): Promise<SeedSim[]> {
  const rows = await asActor(
    actor,
    (sql) => sql<Row[]>`
      select s.iccid, s.imsi, s.msisdn, s.imei, s.label,
        case when s.status = 'active' then 'Enabled' else 'Disabled' end as status,
        host(s.ip_address) as ip_address, s.activated_at as activation_date, s.country, s.operator, s.rat,
        s.last_seen_at as attached_at,
        data.total as data_total, data.remaining as data_remaining,
        sms.total as sms_total, sms.remaining as sms_remaining, data.expires_at as expiry_date
      from store.sims s
      left join store.sim_quota data on data.iccid = s.iccid and data.type = 'data'
      left join store.sim_quota sms on sms.iccid = s.iccid and sms.type = 'sms'
      order by s.iccid`,
  );
  return rows.map(({ data_total, data_remaining, ...sim }) => ({
    ...present(sim),
    ...present({
      data_total_mb: megabytes(data_total),
      data_remaining_mb: megabytes(data_remaining),
    }),
  })) as SeedSim[]; // the row's fields are those of the seed, once what is not known is left out
}

function megabytes(bytes: number | null): number | null {
  return bytes === null ? null : bytes / BYTES_OF_UNIT.mb;
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null),
  ) as Partial<T>;
}
