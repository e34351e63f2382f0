import { logEffect } from "../effects.ts";
import { recordEvent } from "../traffic/events.ts";
import { closeSession } from "../traffic/sessions.ts";
import type { World } from "../world.ts";
import { type Sim, type Status, setSim } from "./sims.ts";

export interface SimUpdate {
  readonly status?: Status;
  readonly label?: string;
  readonly imei_lock?: boolean;
}

/** Carries out what a client asked for. */
export function updateSim(
  world: World,
  sim: Sim,
  update: SimUpdate,
  { client, via }: { client: string; via?: string },
): void {
  const after = applyUpdate(world, sim, update, client);
  logEffect(world, {
    client,
    kind: "update",
    iccid: sim.iccid,
    before: { status: sim.status, label: sim.label, imei_lock: sim.imei_lock === 1 },
    after: { ...after, ...(via ? { via } : {}) },
  });
}

/** The update with what follows from it, whoever wants it. */
export function applyUpdate(
  world: World,
  sim: Sim,
  update: SimUpdate,
  user: string,
): Required<SimUpdate> {
  const status = update.status ?? sim.status;
  const label = update.label ?? sim.label;
  const isLocked = update.imei_lock ?? sim.imei_lock === 1;
  const lockedImei = isLocked ? (sim.imei_lock === 1 ? sim.locked_imei : sim.imei) : null;
  const nowMs = world.clock.nowMs();
  const activatedMs = sim.activated_ms ?? (status === "Enabled" ? nowMs : null);
  setSim(world, sim, {
    status,
    label,
    imei_lock: Number(isLocked),
    locked_imei: lockedImei,
    activated_ms: activatedMs,
  });
  if (status !== sim.status) {
    recordEvent(world, sim, status === "Enabled" ? "activated" : "suspended", nowMs, { user });
  }
  if (status === "Disabled") closeSession(world, sim, nowMs);
  return { status, label, imei_lock: isLocked };
}
