import { NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";

/** @throws NotFound also for another organisation's ICCID. */
export async function requireSim(sql: Transaction, iccid: string): Promise<void> {
  const [row] = await sql`select 1 from fleet.sims where iccid = ${iccid}`;
  if (!row) throw new NotFound(`No SIM with ICCID ${iccid} in this organisation.`);
}
