import type { Answer, Call } from "../answer.ts";
import { logEffect } from "../effects.ts";
import { findSim, requireSim } from "../sims/sims.ts";
import { recordEvent } from "../traffic/events.ts";
import { closeSession } from "../traffic/sessions.ts";
import type { World } from "../world.ts";

/** Queued, without a job to ask for. */
export function postReset(world: World, call: Call): Answer {
  const { iccid } = requireSim(world, call.params.iccid ?? "");
  if (!call.isLostInQueue) {
    world.queue.add("reset_sim", world.settings.queueDelayMs, { iccid });
    logEffect(world, { client: call.client, kind: "reset", iccid });
  }
  return { status: 201 };
}

/** The session ends and the network forgets where the device is; it attaches again with its traffic. */
export function resetSim(world: World, { iccid }: { iccid: string }): void {
  const sim = findSim(world, iccid);
  if (!sim) return;
  const nowMs = world.clock.nowMs();
  closeSession(world, sim, nowMs);
  recordEvent(world, sim, "purge_location", nowMs);
}
