import { autoTopUp } from "../orders/auto-top-up.ts";
import type { Sim } from "../sims/sims.ts";
import { quotaDetail } from "../traffic/event-details.ts";
import { recordEvent } from "../traffic/events.ts";
import type { World } from "../world.ts";
import { levelOf } from "./level.ts";

export type Service = "data" | "sms";

/** Bytes or messages. */
export interface Quota {
  readonly sim_id: number;
  readonly service: Service;
  /** Below zero where the last session used more than there was. */
  readonly remaining: number;
  readonly total: number;
  readonly accumulated: number;
  readonly last_added: number;
  readonly created_ms: number;
  readonly changed_ms: number;
  /** Null as long as the SIM was never activated. */
  readonly expiry_ms: number | null;
  readonly threshold_reached_ms: number | null;
  readonly exceeded_ms: number | null;
}

export function quotaOf({ store }: World, sim: Sim, service: Service): Quota {
  const quota = store.one<Quota>(
    "select * from quotas where sim_id = ? and service = ?",
    sim.id,
    service,
  );
  if (!quota) throw new Error(`SIM ${sim.iccid} has no ${service} quota.`);
  return quota;
}

/** The same quota of both services runs out at the same moment; data's is asked for. */
export function isExpired(world: World, sim: Sim): boolean {
  return isOver(quotaOf(world, sim, "data"), world.clock.nowMs());
}

export function isOver({ expiry_ms }: Quota, nowMs: number): boolean {
  return expiry_ms !== null && expiry_ms <= nowMs;
}

/** Nothing of the service was ever bought for the SIM, so that there is no quota to ask for. */
export function isNone({ total, accumulated }: Quota): boolean {
  return total === 0 && accumulated === 0;
}

/** Takes from the quota; says so in events where it gets low or ends, and tops up where that is set. */
export function consume(
  world: World,
  sim: Sim,
  service: Service,
  amount: number,
  atMs: number,
): void {
  const before = quotaOf(world, sim, service);
  const after = { ...before, remaining: before.remaining - amount };
  world.store.run(
    "update quotas set remaining = ? where sim_id = ? and service = ?",
    after.remaining,
    sim.id,
    service,
  );
  const level = levelOf(after);
  if (level === levelOf(before)) return;
  const prefix = service === "data" ? "" : "sms_";
  if (before.threshold_reached_ms === null) {
    markQuota(world, sim, service, { threshold_reached_ms: atMs, changed_ms: atMs });
    recordEvent(world, sim, `${prefix}quota_threshold`, atMs, { detail: quotaDetail(after) });
  }
  if (level === 2) {
    markQuota(world, sim, service, { exceeded_ms: atMs, changed_ms: atMs });
    recordEvent(world, sim, `${prefix}quota_used_up`, atMs, { detail: quotaDetail(after) });
  }
  if (sim.auto_top_up) autoTopUp(world, sim);
}

/** What a top-up does: the total becomes what was left and what is added. */
export function addToQuota(world: World, sim: Sim, service: Service, amount: number): void {
  const quota = quotaOf(world, sim, service);
  const remaining = quota.remaining + amount;
  const level = levelOf({ remaining, total: remaining });
  markQuota(world, sim, service, {
    remaining,
    total: remaining,
    accumulated: quota.accumulated + amount,
    last_added: amount,
    changed_ms: world.clock.nowMs(),
    threshold_reached_ms: level === 0 ? null : quota.threshold_reached_ms,
    exceeded_ms: level === 2 ? quota.exceeded_ms : null,
  });
}

export function markQuota(
  { store }: World,
  sim: Sim,
  service: Service,
  values: Partial<Omit<Quota, "sim_id" | "service">>,
): void {
  const names = Object.keys(values) as (keyof typeof values)[];
  if (names.length === 0) return;
  store.run(
    `update quotas set ${names.map((name) => `${name} = ?`).join(", ")}
     where sim_id = ? and service = ?`,
    ...names.map((name) => values[name]),
    sim.id,
    service,
  );
}
