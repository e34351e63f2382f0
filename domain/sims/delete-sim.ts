import type { Actor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { SIM_COLUMNS, type Sim, type SimRow, toSim } from "./sim.ts";

/**
 * Takes one SIM and its usage, messages and events out of the organisation. Tickets and audit rows stay.
 *
 * @throws NotFound when the organisation has no such SIM.
 */
export function deleteSim(actor: Actor, iccid: string): Promise<Sim> {
  return asActor(actor, async (sql) => {
    const [row] = await sql<
      SimRow[]
    >`delete from store.sims where iccid = ${iccid} returning ${sql(SIM_COLUMNS)}`;
    if (!row) throw new NotFound(`No SIM with ICCID ${iccid} in this organisation.`);
    const sim = toSim(row);
    await recordAudit(sql, actor, {
      action: "sim.delete",
      resourceType: "sim",
      resourceId: iccid,
      changes: { before: sim },
    });
    return sim;
  });
}
