import { monthlyLimits } from "../limits.ts";
import { consume } from "../quotas/quotas.ts";
import { networkOf } from "../sims/network.ts";
import type { Sim } from "../sims/sims.ts";
import { dayOf, isoOf, MEGABYTE } from "../units.ts";
import type { World } from "../world.ts";

export interface UsageRecord {
  readonly kind: "data" | "sms";
  readonly startMs: number;
  readonly endMs: number;
  /** To the SIM: bytes. Of SMS, as 1NCE counts them, what the SIM sent. */
  readonly rx: number;
  readonly tx: number;
}

export interface UsageDay {
  readonly day: string;
  readonly rx: number;
  readonly tx: number;
  readonly sms_mo: number;
  readonly sms_mt: number;
}

/** One record: of the day, off the quota, and to the streamer, so that the three always agree. */
export function recordUsage(world: World, sim: Sim, record: UsageRecord): void {
  const { kind, startMs, endMs, rx, tx } = record;
  const isData = kind === "data";
  const { id } = world.store.run(
    "insert into usage_records (sim_id, start_ms, end_ms, kind, rx, tx) values (?, ?, ?, ?, ?, ?)",
    sim.id,
    startMs,
    endMs,
    kind,
    rx,
    tx,
  );
  world.store.run(
    `insert into usage_days (sim_id, day, rx, tx, sms_mo, sms_mt) values (?, ?, ?, ?, ?, ?)
     on conflict (sim_id, day) do update set rx = rx + excluded.rx, tx = tx + excluded.tx,
       sms_mo = sms_mo + excluded.sms_mo, sms_mt = sms_mt + excluded.sms_mt`,
    sim.id,
    dayOf(endMs),
    isData ? rx : 0,
    isData ? tx : 0,
    isData ? 0 : rx,
    isData ? 0 : tx,
  );
  consume(world, sim, kind, rx + tx, endMs);
  world.streamer.push("usage", () => usageRecordJson(world, sim, id, record));
}

export function listUsage({ store }: World, sim: Sim, from: string, to: string): UsageDay[] {
  return store.all<UsageDay>(
    "select * from usage_days where sim_id = ? and day between ? and ? order by day",
    sim.id,
    from,
    to,
  );
}

/** Since the first of the month, for the account's monthly limits. */
export function usageOfMonth({ store }: World, sim: Sim, atMs: number) {
  const month = dayOf(atMs).slice(0, 7);
  const sums = store.one<{ data: number | null; mo: number | null; mt: number | null }>(
    `select sum(rx + tx) as data, sum(sms_mo) as mo, sum(sms_mt) as mt
     from usage_days where sim_id = ? and day between ? and ?`,
    sim.id,
    `${month}-01`,
    `${month}-31`,
  );
  return { data: sums?.data ?? 0, smsMo: sums?.mo ?? 0, smsMt: sums?.mt ?? 0 };
}

const CURRENCY = { id: 1, symbol: "€", code: "EUR" };

/** Volumes are decimal strings; `cost` repeats them and is no money. */
export function usageDayJson({ day, rx, tx, sms_mo, sms_mt }: UsageDay) {
  const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(6);
  return {
    date: `${day}T00:00:00.000Z`,
    data: {
      volume: megabytes(rx + tx),
      volume_rx: megabytes(rx),
      volume_tx: megabytes(tx),
      cost: megabytes(rx + tx),
      currency: CURRENCY,
      traffic_type: { id: 5, description: "Data", unit: "MB" },
    },
    sms: {
      volume: String(sms_mo + sms_mt),
      volume_rx: String(sms_mo),
      volume_tx: String(sms_mt),
      cost: String(sms_mo + sms_mt),
      currency: CURRENCY,
      traffic_type: { id: 6, description: "SMS", unit: "SMS" },
    },
  };
}

/** The nested form of the Data Streamer; megabytes, or messages. */
function usageRecordJson(world: World, sim: Sim, id: number, record: UsageRecord) {
  const network = networkOf(sim);
  const inUnits = (amount: number) => (record.kind === "data" ? amount / MEGABYTE : amount);
  const total = inUnits(record.rx + record.tx);
  return {
    id,
    start_timestamp: isoOf(record.startMs),
    end_timestamp: isoOf(record.endMs),
    imsi: sim.imsi,
    imsi_id: sim.id,
    organisation: { id: 2, name: world.settings.organisation },
    sim: {
      id: sim.id,
      iccid: sim.iccid,
      msisdn: sim.msisdn,
      ...(sim.activated_ms === null ? {} : { production_date: isoOf(sim.activated_ms) }),
    },
    endpoint: {
      id: sim.id,
      name: sim.iccid,
      imei: sim.imei,
      ip_address: sim.ip_address,
      tags: null,
      balance: null,
    },
    operator: {
      id: network.operatorId,
      name: network.operator,
      mnc: network.mnc,
      country: { id: network.id, mcc: network.mcc, name: network.name },
    },
    tariff: { id: 442, name: "1NCE Lifetime Flat", ratezone: { id: 2171, name: "World" } },
    traffic_type:
      record.kind === "data" ? { id: 5, description: "Data" } : { id: 6, description: "SMS" },
    volume: { total, rx: inUnits(record.rx), tx: inUnits(record.tx) },
    cost: total,
    currency: CURRENCY,
  };
}

/** Whether the SIM used what the account's cap allows in the month of `atMs`. */
export function isDataLimitReached(world: World, sim: Sim, atMs: number): boolean {
  const { dataMegabytes } = monthlyLimits(world);
  if (dataMegabytes === null) return false;
  return usageOfMonth(world, sim, atMs).data >= dataMegabytes * MEGABYTE;
}
