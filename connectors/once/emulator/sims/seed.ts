import { z } from "zod";
import { toIccid } from "#core/iccid.ts";
import { levelOf } from "../quotas/level.ts";
import { hashOf } from "../random.ts";
import { bytesOf, DAY_MS } from "../units.ts";
import type { World } from "../world.ts";

/** A SIM as it is put in, in the terms of the API. What is missing is made up from the ICCID. */
export const seedSim = z.strictObject({
  iccid: z.string(),
  imsi: z.string().optional(),
  msisdn: z.string().optional(),
  imei: z.string().optional(),
  label: z.string().optional(),
  status: z.enum(["Enabled", "Disabled"]).optional(),
  imei_lock: z.boolean().optional(),
  ip_address: z.string().optional(),
  /** Null: it was never enabled. */
  activation_date: z.coerce.date().nullable().optional(),
  /** Null: it has none, as of `sms_total`. */
  data_total_mb: z.number().nullable().optional(),
  data_remaining_mb: z.number().optional(),
  sms_total: z.number().int().nullable().optional(),
  sms_remaining: z.number().int().optional(),
  expiry_date: z.coerce.date().nullable().optional(),
  /** ISO 3166-1 alpha-2 */
  country: z.string().optional(),
  operator: z.string().optional(),
  rat: z.enum(["2G", "3G", "LTE", "LTE-M", "NB-IoT", "5G"]).optional(),
  /** When the network last saw it; null is never. */
  attached_at: z.coerce.date().nullable().optional(),
});
export type SeedSim = z.input<typeof seedSim>;

const FULL_MEGABYTES = 500;
const FULL_SMS = 250;
/** Ten years and a quarter from activation, as a live record had it. */
const LIFETIME_MS = 3_744 * DAY_MS;

/** SIMs that are there already stay as they are. */
export function seedSims(world: World, sims: readonly SeedSim[]): { added: number; kept: number } {
  return world.store.transaction(() => {
    let added = 0;
    for (const sim of sims) added += insert(world, seedSim.parse(sim)) ? 1 : 0;
    return { added, kept: sims.length - added };
  });
}

function insert(world: World, seed: z.output<typeof seedSim>): boolean {
  const iccid = toIccid(seed.iccid);
  const tail = iccid.slice(-9);
  const nowMs = world.clock.nowMs();
  const hash = hashOf(iccid);
  const activatedMs =
    seed.activation_date === undefined
      ? nowMs - (30 + (hash % 700)) * DAY_MS
      : (seed.activation_date?.getTime() ?? null);
  const imei = seed.imei ?? `35200911${String(hash % 1e8).padStart(8, "0")}`;
  const attachedAt = seed.attached_at === undefined ? new Date(nowMs) : seed.attached_at;
  const { id, rows } = world.store.run(
    `insert into sims (iccid, imsi, msisdn, imei, label, status, imei_lock, locked_imei, ip_address,
       activated_ms, attached_ms, country, operator, rat)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (iccid) do nothing`,
    iccid,
    seed.imsi ?? `901405${tail}`,
    seed.msisdn ?? `882285${tail}`,
    imei,
    seed.label ?? "",
    seed.status ?? "Enabled",
    seed.imei_lock ?? false,
    seed.imei_lock ? imei : null,
    seed.ip_address ?? addressOf(Number(tail)),
    activatedMs,
    attachedAt === null || seed.status === "Disabled" ? null : attachedAt.getTime(),
    seed.country ?? "DE",
    seed.operator ?? "Telekom DE",
    seed.rat ?? "LTE-M",
  );
  if (rows === 0) return false;
  const expiryMs = expiryOf(seed, activatedMs);
  const data = bytesOf(totalOf(seed.data_total_mb, FULL_MEGABYTES));
  const sms = totalOf(seed.sms_total, FULL_SMS);
  const amounts = [
    ["data", data, seed.data_remaining_mb === undefined ? data : bytesOf(seed.data_remaining_mb)],
    ["sms", sms, seed.sms_remaining ?? sms],
  ] as const;
  for (const [service, total, remaining] of amounts) {
    const level = levelOf({ total, remaining });
    world.store.run(
      `insert into quotas (sim_id, service, remaining, total, accumulated, last_added, created_ms,
         changed_ms, expiry_ms, threshold_reached_ms, exceeded_ms)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      service,
      remaining,
      total,
      total,
      total,
      activatedMs ?? nowMs,
      activatedMs ?? nowMs,
      expiryMs,
      level > 0 ? nowMs : null,
      level > 1 ? nowMs : null,
    );
  }
  return true;
}

function totalOf(given: number | null | undefined, preset: number): number {
  return given === undefined ? preset : (given ?? 0);
}

/** Where none is given, an activation has it follow. */
function expiryOf(
  { expiry_date: given }: z.output<typeof seedSim>,
  activatedMs: number | null,
): number | null {
  if (given !== undefined) return given?.getTime() ?? null;
  return activatedMs === null ? null : activatedMs + LIFETIME_MS;
}

function addressOf(number: number): string {
  return `100.${64 + ((number >>> 16) & 63)}.${(number >>> 8) & 255}.${number & 255}`;
}
