import type { StreamedRecord, StreamedSim } from "#connectors/stream-record.ts";
import type { Transaction } from "#db/database.ts";

// Joins to unnest, not `= any(…)`: once such a statement is planned for arrays of any length, each row would
// be compared with each of thousands of values.

type ByText = ReadonlyMap<string, string>;

/**
 * Which SIM of the fleet each record is about; without an entry, one that we do not have. Those found stay
 * locked until the transaction ends, in one order for all, so that two deliveries never wait for each other
 * and no SIM goes in between.
 */
export async function simsOfRecords(
  sql: Transaction,
  connectionId: string,
  records: readonly StreamedRecord[],
): Promise<ReadonlyMap<StreamedRecord, string>> {
  await learnNumbers(sql, connectionId, records);
  const nameless = records.filter(({ sim }) => sim.iccid === null).map(({ sim }) => sim);
  const byNumber = await iccidsByNumber(sql, connectionId, textsOf(nameless, "providerId"));
  const byAddress = await iccidsByAddress(sql, textsOf(nameless, "ipAddress"));
  const named = new Map<StreamedRecord, string>();
  for (const record of records) {
    const { iccid, providerId, ipAddress } = record.sim;
    const meant = iccid ?? byNumber.get(providerId ?? "") ?? byAddress.get(ipAddress ?? "");
    if (meant !== undefined) named.set(record, meant);
  }
  const known = await lockSims(sql, [...new Set(named.values())]);
  return new Map([...named].filter(([, iccid]) => known.has(iccid)));
}

/** A SIM's number is told with its ICCID by some records, and without it by others. */
async function learnNumbers(
  sql: Transaction,
  connectionId: string,
  records: readonly StreamedRecord[],
): Promise<void> {
  const told = new Map<string, string>();
  for (const { sim } of records) {
    if (sim.iccid !== null && sim.providerId !== null) told.set(sim.providerId, sim.iccid);
  }
  if (told.size === 0) return;
  const known = await iccidsByNumber(sql, connectionId, [...told.keys()]);
  const fresh = [...told].filter(([number, iccid]) => known.get(number) !== iccid);
  if (fresh.length === 0) return;
  await sql`
    insert into store.stream_sims (connection_id, provider_sim_id, iccid)
    select ${connectionId}, t.number, t.iccid
    from unnest(${fresh.map(([number]) => number)}::text[], ${fresh.map(([, iccid]) => iccid)}::text[])
      as t (number, iccid)
    order by t.number
    on conflict (organization_id, connection_id, provider_sim_id) do update set iccid = excluded.iccid`;
}

async function iccidsByNumber(
  sql: Transaction,
  connectionId: string,
  numbers: readonly string[],
): Promise<ByText> {
  if (numbers.length === 0) return new Map();
  const rows = await sql<{ number: string; iccid: string }[]>`
    select s.provider_sim_id as number, s.iccid
    from unnest(${numbers as string[]}::text[]) as u (number)
    join store.stream_sims s on s.connection_id = ${connectionId} and s.provider_sim_id = u.number`;
  return new Map(rows.map(({ number, iccid }) => [number, iccid]));
}

/** The provider's addresses are fixed; one that two SIMs have is nobody's name. */
async function iccidsByAddress(sql: Transaction, addresses: readonly string[]): Promise<ByText> {
  if (addresses.length === 0) return new Map();
  const rows = await sql<{ address: string; iccid: string }[]>`
    select host(ip_address) as address, min(iccid) as iccid from store.sims
    where ip_address in (select unnest(${addresses as string[]}::text[])::inet)
    group by ip_address having count(*) = 1`;
  return new Map(rows.map(({ address, iccid }) => [address, iccid]));
}

async function lockSims(sql: Transaction, iccids: readonly string[]): Promise<ReadonlySet<string>> {
  if (iccids.length === 0) return new Set();
  const rows = await sql<{ iccid: string }[]>`
    select iccid from store.sims
    where iccid in (select unnest(${iccids as string[]}::text[]))
    order by iccid for no key update`;
  return new Set(rows.map(({ iccid }) => iccid));
}

function textsOf(sims: readonly StreamedSim[], key: "providerId" | "ipAddress"): string[] {
  return [...new Set(sims.flatMap((sim) => sim[key] ?? []))];
}
