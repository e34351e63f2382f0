import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { insertSim, type NewSim } from "./insert-sim.ts";

/** A SIM that is simply there. In the product one comes by an import, or by an approved change. */
export function createSim(actor: Actor, input: NewSim, now: Date): Promise<void> {
  return asActor(actor, (sql) => insertSim(sql, input, now));
}
