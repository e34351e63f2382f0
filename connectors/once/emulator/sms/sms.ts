import { conflict, type Version } from "../answer.ts";
import { logEffect } from "../effects.ts";
import { monthlyLimits } from "../limits.ts";
import { isExpired, quotaOf } from "../quotas/quotas.ts";
import { findSim, type Sim, setSim } from "../sims/sims.ts";
import { sessionOf } from "../traffic/sessions.ts";
import { recordUsage, usageOfMonth } from "../traffic/usage.ts";
import { DAY_MS, MINUTE_MS } from "../units.ts";
import type { World } from "../world.ts";

export const SMS_STATUS = { PENDING: 2, DELIVERED: 4, FAILED: 5, EXPIRED: 6 } as const;

export interface Sms {
  readonly id: number;
  readonly sim_id: number;
  readonly type: "MT" | "MO";
  readonly status: number;
  readonly submitted_ms: number;
  readonly expiry_ms: number;
  readonly final_ms: number | null;
  readonly attempted_ms: number | null;
  readonly retries: number;
  readonly source_address: string;
  readonly source_address_type: number;
  readonly dcs: number;
  readonly udh: string;
  readonly payload: string;
}

export interface NewSms {
  readonly source_address: string;
  readonly source_address_type: number;
  readonly dcs: number;
  readonly udh: string;
  readonly payload: string;
  readonly expiryMs?: number;
}

/** A device that was not seen for so long is not reachable. */
const REACHABLE_MS = 2 * DAY_MS;
const LONGEST_WAIT_MS = 10 * MINUTE_MS;

/** @throws Refusal when the account or the SIM may not send */
export function sendSms(
  world: World,
  sim: Sim,
  sms: NewSms,
  { client, version }: { client: string; version: Version },
): number {
  const { store, clock, settings, queue } = world;
  if (isExpired(world, sim)) throw conflict(version, "The quota of this SIM is expired.");
  if (quotaOf(world, sim, "sms").remaining <= 0) {
    throw conflict(version, "The SMS quota of this SIM is used up.");
  }
  const nowMs = clock.nowMs();
  const { smsMt } = monthlyLimits(world);
  if (smsMt !== null && usageOfMonth(world, sim, nowMs).smsMt >= smsMt) {
    throw conflict(version, `Traffic limit of ${smsMt} SMS per month exceeded`);
  }
  const { id } = store.run(
    `insert into sms (sim_id, type, status, submitted_ms, expiry_ms, source_address,
       source_address_type, dcs, udh, payload) values (?, 'MT', ?, ?, ?, ?, ?, ?, ?, ?)`,
    sim.id,
    SMS_STATUS.PENDING,
    nowMs,
    sms.expiryMs ?? nowMs + DAY_MS,
    sms.source_address,
    sms.source_address_type,
    sms.dcs,
    sms.udh,
    sms.payload,
  );
  logEffect(world, {
    client,
    kind: "send_sms",
    iccid: sim.iccid,
    after: { id, payload: sms.payload },
  });
  queue.add("deliver_sms", settings.smsDelayMs, { iccid: sim.iccid, id });
  return id;
}

/** One attempt; when the device is not reachable, another one later, until the message expires. */
export function deliverSms(world: World, { iccid, id }: { iccid: string; id: number }): void {
  const sim = findSim(world, iccid);
  const sms = sim && findSms(world, sim, id);
  if (!sim || sms?.status !== SMS_STATUS.PENDING) return;
  const nowMs = world.clock.nowMs();
  const status = outcomeOf(world, sim, sms, nowMs);
  if (status === SMS_STATUS.PENDING) {
    tryAgain(world, sim, sms, nowMs);
    return;
  }
  finish(world, sms, status, nowMs);
  if (status === SMS_STATUS.DELIVERED) {
    recordUsage(world, sim, { kind: "sms", startMs: nowMs, endMs: nowMs, rx: 0, tx: 1 });
  }
}

function outcomeOf(world: World, sim: Sim, sms: Sms, nowMs: number): number {
  if (sms.expiry_ms <= nowMs) return SMS_STATUS.EXPIRED;
  if (sim.status === "Disabled") return SMS_STATUS.FAILED;
  if (!isReachable(world, sim, nowMs)) return SMS_STATUS.PENDING;
  return quotaOf(world, sim, "sms").remaining > 0 ? SMS_STATUS.DELIVERED : SMS_STATUS.FAILED;
}

function tryAgain({ store, settings, queue }: World, sim: Sim, sms: Sms, nowMs: number): void {
  store.run("update sms set retries = retries + 1, attempted_ms = ? where id = ?", nowMs, sms.id);
  const delayMs = settings.smsDelayMs * 2 ** Math.min(sms.retries + 1, 10);
  queue.add("deliver_sms", Math.min(delayMs, LONGEST_WAIT_MS), { iccid: sim.iccid, id: sms.id });
}

/** What a device sends; the quota pays for it too. */
export function receiveSms(world: World, sim: Sim, payload: string, atMs: number): void {
  setSim(world, sim, { attached_ms: atMs });
  world.store.run(
    `insert into sms (sim_id, type, status, submitted_ms, expiry_ms, final_ms, attempted_ms,
       source_address, source_address_type, dcs, udh, payload)
     values (?, 'MO', ?, ?, ?, ?, ?, ?, 145, 0, '', ?)`,
    sim.id,
    SMS_STATUS.DELIVERED,
    atMs,
    atMs + DAY_MS,
    atMs,
    atMs,
    sim.msisdn,
    payload,
  );
  recordUsage(world, sim, { kind: "sms", startMs: atMs, endMs: atMs, rx: 1, tx: 0 });
}

/** @returns whether it was still waiting. */
export function cancelSms(world: World, sim: Sim, sms: Sms, client: string): boolean {
  if (sms.status !== SMS_STATUS.PENDING) return false;
  world.store.run("delete from sms where id = ?", sms.id);
  logEffect(world, { client, kind: "cancel_sms", iccid: sim.iccid, before: { id: sms.id } });
  return true;
}

export function findSms({ store }: World, sim: Sim, id: number): Sms | undefined {
  return store.one<Sms>("select * from sms where sim_id = ? and id = ?", sim.id, id);
}

/** @param order An `order by` of ours. */
export function listSms(
  { store }: World,
  sim: Sim,
  { order, limit, offset }: { order: string; limit: number; offset: number },
): Sms[] {
  return store.all<Sms>(
    `select * from sms where sim_id = ? order by ${order} limit ? offset ?`,
    sim.id,
    limit,
    offset,
  );
}

function isReachable(world: World, sim: Sim, nowMs: number): boolean {
  if (sim.blocked) return false;
  if (sessionOf(world, sim)) return true;
  return sim.attached_ms !== null && nowMs - sim.attached_ms < REACHABLE_MS;
}

function finish({ store }: World, sms: Sms, status: number, atMs: number): void {
  store.run(
    "update sms set status = ?, final_ms = ?, attempted_ms = ? where id = ?",
    status,
    atMs,
    atMs,
    sms.id,
  );
}
