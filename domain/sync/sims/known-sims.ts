import type { Transaction } from "#db/database.ts";
import type { Applied, DifferenceKind, Known, MirroredSim, OurSim } from "./compare-sim.ts";

export type KnownSim = Known & {
  /** A change of it is under way, or was after the provider was asked: what it said may be out of date. */
  readonly isBusy: boolean;
};

/** What we know of SIMs, which stay locked until the transaction ends, in one order for all who do. */
export async function knownSims(
  sql: Transaction,
  iccids: readonly string[],
  askedAt: Date,
): Promise<(iccid: string) => KnownSim> {
  const ours = await sql<OurSim[]>`
    select iccid, imsi, msisdn, imei, label, status, ip_address, activated_at from store.sims
    where iccid = any(${iccids as string[]}::text[]) order by iccid for no key update`;
  const mirrored = await sql<MirroredSim[]>`
    select iccid, imsi, msisdn, imei, label, is_enabled, ip_address, activated_at, last_seen_at, gone_at
    from store.provider_sims where iccid = any(${iccids as string[]}::text[])`;
  const busy = await busySims(sql, iccids, askedAt);
  const applied = await appliedSince(sql, mirrored);
  const open = await openDifferences(sql, iccids);
  const oursOf = byIccid(ours);
  const beforeOf = byIccid(mirrored);
  return (iccid) => ({
    before: beforeOf.get(iccid),
    ours: oursOf.get(iccid),
    isBusy: busy.has(iccid),
    applied: applied.get(iccid) ?? {},
    open: open.get(iccid) ?? new Map(),
  });
}

function byIccid<T extends { readonly iccid: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.iccid, row]));
}

async function busySims(
  sql: Transaction,
  iccids: readonly string[],
  askedAt: Date,
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ target: string }[]>`
    select distinct target from store.change_items
    where target = any(${iccids as string[]}::text[])
      and (state in ('running', 'verifying') or last_asked_at >= ${askedAt} or finished_at >= ${askedAt})`;
  return new Set(rows.map(({ target }) => target));
}

/** The last value that went out since a SIM was mirrored: the provider had it then. */
async function appliedSince(
  sql: Transaction,
  mirrored: readonly MirroredSim[],
): Promise<ReadonlyMap<string, Applied>> {
  const rows = await sql<{ target: string; after: Applied }[]>`
    select i.target, i.after from store.change_items i
    join unnest(${mirrored.map(({ iccid }) => iccid)}::text[],
      ${mirrored.map((sim) => sim.last_seen_at.toISOString())}::timestamptz[]) as m (iccid, seen_at)
      on m.iccid = i.target
    where i.state in ('done', 'undone') and i.finished_at >= m.seen_at
      and (i.after ? 'label' or i.after ? 'status')
    order by i.finished_at`;
  const applied = new Map<string, Applied>();
  for (const { target, after } of rows) {
    const { label, status } = after;
    applied.set(target, {
      ...applied.get(target),
      ...(label !== undefined && { label }),
      ...(status !== undefined && { status }),
    });
  }
  return applied;
}

async function openDifferences(
  sql: Transaction,
  iccids: readonly string[],
): Promise<ReadonlyMap<string, Map<string, DifferenceKind>>> {
  const rows = await sql<{ iccid: string; field: string; kind: DifferenceKind }[]>`
    select iccid, field, kind from store.sync_differences
    where iccid = any(${iccids as string[]}::text[])`;
  const open = new Map<string, Map<string, DifferenceKind>>();
  for (const { iccid, field, kind } of rows) {
    open.set(iccid, (open.get(iccid) ?? new Map()).set(field, kind));
  }
  return open;
}
