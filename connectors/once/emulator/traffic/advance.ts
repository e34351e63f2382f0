import { setImmediate as yieldToOthers } from "node:timers/promises";
import { quotaOf } from "../quotas/quotas.ts";
import { hashOf, type Random, randomOf } from "../random.ts";
import { findSim, requireSim, type Sim } from "../sims/sims.ts";
import { deliverSms, receiveSms, SMS_STATUS } from "../sms/sms.ts";
import { DAY_MS, isoOf, MEGABYTE, MINUTE_MS } from "../units.ts";
import type { World } from "../world.ts";
import { addTraffic, closeSession, openSession, sessionOf } from "./sessions.ts";

export interface AdvanceOptions {
  readonly minutes: number;
  /** Default: all SIMs that are enabled. */
  readonly iccids?: readonly string[];
  /** Default: from 0.2 to 5, by the ICCID. */
  readonly megabytesPerDay?: number;
  /** What the devices send. Default: none. */
  readonly smsPerDay?: number;
  /** Default: true. Otherwise the traffic lies in the minutes before now. */
  readonly movesClock?: boolean;
}

export interface Advanced {
  readonly sims: number;
  readonly records: number;
  readonly events: number;
  readonly now: string;
}

/** How often the network looks at a session; also the shortest time between two records. */
const SLOT_MS = 15 * MINUTE_MS;
const OPENS = 0.5;
const CLOSES = 0.3;

/** SIMs that are simulated before calls of the API get their turn. */
const SIMS_AT_ONCE = 200;

/** Simulated traffic of some minutes. The same seed, SIMs and calls make the same traffic. */
export async function advance(world: World, options: AdvanceOptions): Promise<Advanced> {
  const { store, clock } = world;
  const before = countsOf(world);
  const spanMs = options.minutes * MINUTE_MS;
  const iccids = options.iccids
    ? options.iccids.map((iccid) => requireSim(world, iccid).iccid)
    : enabledSims(world);
  if (options.movesClock ?? true) clock.moveBy(spanMs);
  const endMs = clock.nowMs();
  const seed = Math.floor(world.random() * 0xffff_ffff);
  for (let at = 0; at < iccids.length; at += SIMS_AT_ONCE) {
    store.transaction(() => {
      for (const iccid of iccids.slice(at, at + SIMS_AT_ONCE)) {
        const random = randomOf(seed ^ hashOf(iccid));
        liveThrough(world, iccid, { startMs: endMs - spanMs, endMs, random, options });
      }
    });
    await yieldToOthers();
  }
  const after = countsOf(world);
  return {
    sims: iccids.length,
    records: after.records - before.records,
    events: after.events - before.events,
    now: isoOf(endMs),
  };
}

function enabledSims({ store }: World): string[] {
  return store
    .all<{ iccid: string }>(
      "select iccid from sims where transferred = 0 and status = 'Enabled' order by id",
    )
    .map(({ iccid }) => iccid);
}

interface Life {
  readonly startMs: number;
  readonly endMs: number;
  readonly random: Random;
  readonly options: AdvanceOptions;
}

function liveThrough(world: World, iccid: string, life: Life): void {
  const { startMs, endMs, random, options } = life;
  const perDay = options.megabytesPerDay ?? 0.2 + (hashOf(`${iccid} rate`) % 480) / 100;
  for (let fromMs = startMs; fromMs < endMs; fromMs += SLOT_MS) {
    const untilMs = Math.min(fromMs + SLOT_MS, endMs);
    const share = (untilMs - fromMs) / DAY_MS;
    const sim = findSim(world, iccid);
    if (!sim) return;
    // As much again as fits the slots without a session.
    const bytes = Math.round((perDay * MEGABYTE * share * (0.5 + random())) / (OPENS + 0.2));
    const isOpening = random() < OPENS;
    const isClosing = random() < CLOSES;
    const rx = Math.round(bytes * (0.2 + random() * 0.3));
    if (random() < (options.smsPerDay ?? 0) * share && mayText(world, sim)) {
      receiveSms(world, sim, `status ${Math.floor(random() * 1000)}`, untilMs);
    }
    const session = sessionOf(world, sim) ?? (isOpening ? openSession(world, sim, fromMs) : null);
    if (!session) continue;
    addTraffic(world, sim, session, { rx, tx: bytes - rx, atMs: untilMs });
    if (isClosing || quotaOf(world, sim, "data").remaining <= 0) closeSession(world, sim, untilMs);
  }
  deliverWaiting(world, iccid);
}

function mayText(world: World, sim: Sim): boolean {
  return sim.status === "Enabled" && quotaOf(world, sim, "sms").remaining > 0;
}

/** A device that was seen gets the messages that waited for it. */
function deliverWaiting(world: World, iccid: string): void {
  const sim = findSim(world, iccid);
  if (!sim) return;
  const waiting = world.store.all<{ id: number }>(
    "select id from sms where sim_id = ? and status = ?",
    sim.id,
    SMS_STATUS.PENDING,
  );
  for (const { id } of waiting) deliverSms(world, { iccid, id });
}

function countsOf({ store }: World): { records: number; events: number } {
  return store.one<{ records: number; events: number }>(
    `select (select count(*) from usage_records) as records, (select count(*) from events) as events`,
  ) as { records: number; events: number };
}
