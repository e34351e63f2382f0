import { z } from "zod";
import { levelOf } from "../quotas/level.ts";
import { consume, markQuota, quotaOf, type Service } from "../quotas/quotas.ts";
import { findSim, type Sim, setSim } from "../sims/sims.ts";
import type { World } from "../world.ts";

const count = z.number().int().nonnegative();
const period = z.strictObject({ used: count, expiry_date: z.coerce.date().nullable() });

/**
 * What the devices of a SIM used, as whoever plays them counts it. All figures are totals, so that the same
 * ones told twice are taken once.
 */
export const carriedTraffic = z.strictObject({
  iccid: z.string(),
  days: z.array(z.strictObject({ day: z.iso.date(), upload_bytes: count, download_bytes: count })),
  /** Messages to the device ever, those through the API among them. */
  sms_to_device: count,
  /** The present period of a quota. One that ends later than the one known here has begun since. */
  data: period.nullable(),
  sms: period.nullable(),
  attached_at: z.coerce.date().nullable(),
  country: z.string().nullable(),
  operator: z.string().nullable(),
});
export type CarriedTraffic = z.input<typeof carriedTraffic>;

interface Options {
  /** It was before the SIMs were put in: their quotas know of it already. */
  readonly isHistory?: boolean;
}

/** Takes over traffic that was not made here: of the day, and off the quota. */
export function carry(
  world: World,
  traffic: readonly CarriedTraffic[],
  { isHistory = false }: Options = {},
): void {
  world.store.transaction(() => {
    for (const given of traffic) {
      const carried = carriedTraffic.parse(given);
      const sim = findSim(world, carried.iccid);
      if (!sim) continue;
      const bytes = addDays(world, sim, carried.days);
      const messages = addMessages(world, sim, carried.sms_to_device);
      if (isHistory) continue;
      settle(world, sim, "data", bytes, carried.data);
      settle(world, sim, "sms", messages, carried.sms);
      markSeen(world, sim, carried);
    }
  });
}

type Carried = z.output<typeof carriedTraffic>;

/** @returns the bytes that were not known. */
function addDays({ store }: World, sim: Sim, days: Carried["days"]): number {
  let added = 0;
  for (const { day, upload_bytes: tx, download_bytes: rx } of days) {
    const known = store.one<{ rx: number; tx: number }>(
      "select rx, tx from usage_days where sim_id = ? and day = ?",
      sim.id,
      day,
    ) ?? { rx: 0, tx: 0 };
    if (rx <= known.rx && tx <= known.tx) continue;
    added += Math.max(0, rx - known.rx) + Math.max(0, tx - known.tx);
    store.run(
      `insert into usage_days (sim_id, day, rx, tx) values (?, ?, ?, ?)
       on conflict (sim_id, day) do update set rx = max(rx, excluded.rx), tx = max(tx, excluded.tx)`,
      sim.id,
      day,
      rx,
      tx,
    );
  }
  return added;
}

/** @returns how many were not known; what came through the API is counted where it is delivered. */
function addMessages({ store }: World, sim: Sim, total: number): number {
  const known = store.one<{ total: number }>(
    "select total from carried_sms where sim_id = ?",
    sim.id,
  );
  const sent = store.one<{ count: number }>(
    "select count(*) as count from sms where sim_id = ? and type = 'MT'",
    sim.id,
  );
  const others = Math.max(known?.total ?? 0, total - (sent?.count ?? 0));
  if (others === known?.total) return 0;
  store.run(
    `insert into carried_sms (sim_id, total) values (?, ?)
     on conflict (sim_id) do update set total = excluded.total`,
    sim.id,
    others,
  );
  return others - (known?.total ?? 0);
}

function settle(
  world: World,
  sim: Sim,
  service: Service,
  added: number,
  period: Carried["data"],
): void {
  const nowMs = world.clock.nowMs();
  const quota = quotaOf(world, sim, service);
  const expiryMs = period?.expiry_date?.getTime() ?? null;
  if (period && expiryMs !== null && expiryMs > (quota.expiry_ms ?? 0)) {
    const remaining = quota.total - period.used;
    const level = levelOf({ total: quota.total, remaining });
    markQuota(world, sim, service, {
      remaining,
      expiry_ms: expiryMs,
      changed_ms: nowMs,
      threshold_reached_ms: level > 0 ? nowMs : null,
      exceeded_ms: level > 1 ? nowMs : null,
    });
  } else if (added > 0) consume(world, sim, service, added, nowMs);
}

function markSeen(world: World, sim: Sim, { attached_at, country, operator }: Carried): void {
  const seenMs = attached_at?.getTime() ?? 0;
  if (sim.status === "Disabled" || seenMs <= (sim.attached_ms ?? 0)) return;
  setSim(world, sim, {
    attached_ms: seenMs,
    country: country ?? sim.country,
    operator: operator ?? sim.operator,
  });
}
