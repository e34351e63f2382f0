import { ProviderError } from "#connectors/provider.ts";
import type { ListedSim, ProviderReads } from "#connectors/provider-reads.ts";
import { wallNow } from "#core/clock.ts";
import { log } from "#core/log.ts";
import type { Transaction } from "#db/database.ts";

/** How many SIMs a pass has found, and which it has not that the provider had before. */
export async function outcomeOf(
  sql: Transaction,
  pass: number,
): Promise<{ readonly found: number; readonly missing: readonly string[] }> {
  const [row] = await sql<{ found: number; missing: string[] | null }[]>`
    select count(*) filter (where pass = ${pass}) as found,
      array_agg(iccid order by iccid) filter (where pass < ${pass} and gone_at is null) as missing
    from store.provider_sims`;
  return { found: row?.found ?? 0, missing: row?.missing ?? [] };
}

type Looked =
  | { readonly sim: ListedSim | null; readonly askedAt: Date }
  | { readonly error: ProviderError };

/**
 * Asks for a SIM by itself: null where it is gone. That it cannot be told is no reason to take it for gone.
 *
 * @throws ProviderError busy: nobody answers now.
 */
export async function lookFor(
  reads: ProviderReads,
  iccid: string,
  signal: AbortSignal,
): Promise<Looked> {
  const askedAt = wallNow();
  try {
    return { askedAt, sim: await reads.readSim(iccid, { signal }) };
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === "busy" || signal.aborted) throw error;
    log().warn({ err: error, iccid }, "a missing SIM could not be looked up");
    return { error };
  }
}

/** Keeps what we have of SIMs that are not at the provider any more, and says so. */
export async function markGone(sql: Transaction, iccids: readonly string[]): Promise<void> {
  if (iccids.length === 0) return;
  const now = wallNow();
  await sql`delete from store.sync_differences where iccid = any(${iccids as string[]}::text[])`;
  await sql`
    delete from store.provider_sims p
    where iccid = any(${iccids as string[]}::text[])
      and not exists (select from store.sims s
        where s.organization_id = p.organization_id and s.iccid = p.iccid)`;
  await sql`
    update store.provider_sims set gone_at = ${now} where iccid = any(${iccids as string[]}::text[])`;
  await sql`
    insert into store.sync_differences (iccid, field, kind, ours, since)
    select iccid, 'presence', 'gone_there', status, ${now} from store.sims
    where iccid = any(${iccids as string[]}::text[]) order by iccid`;
}
