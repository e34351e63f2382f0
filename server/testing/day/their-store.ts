import { DatabaseSync } from "node:sqlite";

export interface TheirSim {
  readonly iccid: string;
  readonly imsi: string;
  readonly msisdn: string;
  readonly imei: string;
  readonly label: string;
  readonly status: "Enabled" | "Disabled";
  readonly imei_lock: number;
  readonly ip_address: string;
  readonly activated_ms: number;
  readonly transferred: number;
}

interface TheirQuota {
  readonly iccid: string;
  readonly service: "data" | "sms";
  readonly remaining: number;
  readonly total: number;
  readonly expiry_ms: number;
}

interface TheirDay {
  readonly iccid: string;
  readonly transferred: number;
  readonly day: string;
  readonly rx: number;
  readonly tx: number;
}

export interface TheirCounts {
  readonly usageRecords: number;
  readonly events: number;
  readonly fromDevice: number;
  readonly delivered: number;
}

export type TheirStore = ReturnType<typeof readTheirStore>;

/** What the emulator has, read from its file and not through its API. */
export function readTheirStore(file: string) {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = <T>(sql: string) => db.prepare(sql).all() as T[];
    const [counts] = rows<TheirCounts>(`
      select (select count(*) from usage_records) as usageRecords, (select count(*) from events) as events,
        (select count(*) from sms where type = 'MO') as fromDevice,
        (select count(*) from sms where type = 'MT' and status = 4) as delivered`);
    return {
      sims: rows<TheirSim>("select * from sims"),
      quotas: rows<TheirQuota>(`
        select s.iccid, q.* from quotas q join sims s on s.id = q.sim_id where s.transferred = 0`),
      days: rows<TheirDay>(`
        select s.iccid, s.transferred, u.* from usage_days u join sims s on s.id = u.sim_id
        where u.rx + u.tx > 0`),
      counts: counts as TheirCounts,
    };
  } finally {
    db.close();
  }
}

/** The API writes megabytes with six decimals: a byte more or less for each `figures` that it takes. */
export function isNear(ours: number | undefined, theirs: number, figures = 1): boolean {
  return ours !== undefined && Math.abs(ours - theirs) <= figures;
}
