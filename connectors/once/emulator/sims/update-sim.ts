import { type EffectKind, logEffect } from "../effects.ts";
import { recordEvent } from "../traffic/events.ts";
import { closeSession } from "../traffic/sessions.ts";
import type { World } from "../world.ts";
import { type Sim, type Status, setSim } from "./sims.ts";

export interface SimUpdate {
  readonly status?: Status;
  readonly label?: string;
  readonly imei_lock?: boolean;
}

/** Carries out an update, whoever asked for it, with what follows from it. */
export function updateSim(
  world: World,
  sim: Sim,
  update: SimUpdate,
  { client, kind = "update", via }: { client: string; kind?: EffectKind; via?: string },
): void {
  const status = update.status ?? sim.status;
  const label = update.label ?? sim.label;
  const isLocked = update.imei_lock ?? sim.imei_lock === 1;
  const lockedImei = isLocked ? (sim.imei_lock === 1 ? sim.locked_imei : sim.imei) : null;
  setSim(world, sim, { status, label, imei_lock: Number(isLocked), locked_imei: lockedImei });
  const nowMs = world.clock.nowMs();
  if (status !== sim.status) {
    recordEvent(world, sim, status === "Enabled" ? "activated" : "suspended", nowMs, {
      user: client,
    });
  }
  if (status === "Disabled") closeSession(world, sim, nowMs);
  logEffect(world, {
    client,
    kind,
    iccid: sim.iccid,
    before: { status: sim.status, label: sim.label, imei_lock: sim.imei_lock === 1 },
    after: { status, label, imei_lock: isLocked, ...(via ? { via } : {}) },
  });
}
