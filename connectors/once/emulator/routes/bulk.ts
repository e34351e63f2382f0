import { z } from "zod";
import { type Answer, type Call, Refusal } from "../answer.ts";
import { logEffect } from "../effects.ts";
import { isExpired } from "../quotas/quotas.ts";
import { findSim } from "../sims/sims.ts";
import { type SimUpdate, updateSim } from "../sims/update-sim.ts";
import { closeSession } from "../traffic/sessions.ts";
import type { World } from "../world.ts";
import { iccids, parse, updateV1 } from "./input.ts";
import { EXPIRED } from "./sims.ts";

interface BulkUpdate {
  readonly client: string;
  readonly updates: readonly (SimUpdate & { readonly iccid: string })[];
}

/** Queued: no job, no result. SIMs that are not there are left out without a word. */
export function postSims(world: World, call: Call): Answer {
  const updates = parse(z.array(updateV1).min(1), call.body, call.version);
  const expired = updates.filter(({ iccid }) => {
    const sim = findSim(world, iccid);
    return sim && isExpired(world, sim);
  });
  if (expired.length > 0) {
    throw new Refusal(422, EXPIRED + expired.map(({ iccid }) => iccid).join(", "));
  }
  const payload: BulkUpdate = { client: call.client, updates };
  if (!call.isLostInQueue) world.queue.add("update_sims", world.settings.queueDelayMs, payload);
  return { status: 201 };
}

export function updateSims(world: World, { client, updates }: BulkUpdate): void {
  for (const { iccid, ...update } of updates) {
    const sim = findSim(world, iccid);
    if (sim) updateSim(world, sim, update, { client, via: "bulk" });
  }
}

const transfer = z.object({
  target_organisation: z.number().int(),
  iccids: iccids.optional(),
  iccid_ranges: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
});
type Transfer = z.infer<typeof transfer> & { readonly client: string };

export function postTransfer(world: World, call: Call): Answer {
  const payload: Transfer = { ...parse(transfer, call.body, call.version), client: call.client };
  if (!call.isLostInQueue) world.queue.add("transfer_sims", world.settings.queueDelayMs, payload);
  return { status: 201 };
}

/** From here on they are another customer's. */
export function transferSims(world: World, payload: Transfer): void {
  const chosen = new Set(payload.iccids ?? []);
  for (const { from, to } of payload.iccid_ranges ?? []) {
    for (const { iccid } of world.store.all<{ iccid: string }>(
      "select iccid from sims where iccid between ? and ?",
      from,
      to,
    )) {
      chosen.add(iccid);
    }
  }
  for (const iccid of chosen) {
    const sim = findSim(world, iccid);
    if (!sim) continue;
    closeSession(world, sim, world.clock.nowMs());
    world.store.run("update sims set transferred = 1 where id = ?", sim.id);
    logEffect(world, {
      client: payload.client,
      kind: "transfer",
      iccid,
      after: { target_organisation: payload.target_organisation },
    });
  }
}
