import type { ListedSim } from "#connectors/provider-reads.ts";
import { Conflict, Invalid } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { type Difference, statusOf } from "../sims/compare-sim.ts";
import { insertSims, writeSims } from "../sims/write-sims.ts";

/**
 * Makes our record what the provider said last. A SIM that it does not have is deactivated here and keeps its
 * history.
 *
 * @returns the value that it has now.
 */
export async function takeTheirs(
  sql: Transaction,
  { iccid, field, kind }: Difference & { readonly iccid: string },
  now: Date,
): Promise<string | null> {
  if (kind === "gone_there" || kind === "never_there") {
    await sql`
      update store.sims set status = 'deactivated', deactivated_at = coalesce(deactivated_at, ${now})
      where iccid = ${iccid}`;
    return "deactivated";
  }
  const theirs = await mirrored(sql, iccid);
  const status = statusOf(theirs.is_enabled);
  if (kind === "removed_here") {
    await insertSims(sql, [{ ...theirs, status }], now);
    return status;
  }
  if (field === "presence") throw new Invalid("There is nothing to take over.");
  const value = field === "label" ? theirs.label : status;
  await writeSims(sql, [{ iccid, [field]: value }], { now, toldAt: now });
  return value;
}

async function mirrored(sql: Transaction, iccid: string): Promise<ListedSim> {
  const [row] = await sql<ListedSim[]>`
    select iccid, imsi, msisdn, imei, label, is_enabled, imei_lock, ip_address, activated_at, data_level,
      sms_level, data_total, sms_total
    from store.provider_sims where iccid = ${iccid} and gone_at is null`;
  if (!row) throw new Conflict("The provider does not have this SIM any more. Synchronise again.");
  return { ...row };
}
