import type { Provider } from "#connectors/provider.ts";
import type { QuotaReading } from "#connectors/provider-reads.ts";
import type { Actor } from "#core/actor.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";
import { noteDataAge } from "../note-data-age.ts";
import { type Read, readEach } from "../read-each.ts";
import { inRun } from "../run.ts";
import { readsOf, type SyncOptions, type SyncResult, UNABLE } from "../sync.ts";
import { type NeededQuota, neededQuotas } from "./needed-quotas.ts";

const MAX_CALLS = 1_000;

/**
 * Reads the quotas of which there is a sign that they moved, one call each, so many at most. What is left
 * over comes first in the next run.
 *
 * @throws Upstream when the provider failed.
 */
export async function syncQuotas(
  actor: Actor,
  provider: Provider,
  options: SyncOptions,
): Promise<SyncResult> {
  const reads = readsOf(provider, "quota");
  if (!reads) return UNABLE;
  const { signal, maxCalls = MAX_CALLS } = options;
  return inRun(actor, "quota", signal, async (run) => {
    const asOf = fleetNow();
    const { quotas, count } = await asActor(actor, async (sql) => {
      const needed = await neededQuotas(sql, maxCalls);
      if (needed.count > 0) await noteDataAge(sql, { kind: "quota", asOf, waiting: needed.count });
      return needed;
    });
    run.callsNeeded = quotas.length;
    let kept = 0;
    const isThrough = await readEach({
      actor,
      run,
      options,
      items: quotas,
      read: ({ iccid, type }) => reads.readQuota(iccid, type, { signal }),
      keep: async (sql, results) => {
        kept += await keepQuotas(sql, results);
        run.counts = { read: kept };
      },
    });
    await asActor(actor, (sql) => noteDataAge(sql, { kind: "quota", asOf, waiting: count - kept }));
    return isThrough && count <= quotas.length;
  });
}

/** @returns how many were read. */
async function keepQuotas(
  sql: Transaction,
  results: readonly Read<NeededQuota, QuotaReading>[],
): Promise<number> {
  if (results.length === 0) return 0;
  const now = wallNow();
  const updatedAt = fleetNow();
  const tried = results.map((result) => ({
    iccid: result.item.iccid,
    type: result.item.type,
    level: result.item.level,
    listed_total: result.item.listed_total,
    seen_at: new Date(Math.max(result.item.last_seen_at?.getTime() ?? 0, result.asOf.getTime())),
    read_at: "value" in result ? result.askedAt : null,
    remaining: "value" in result ? (result.value?.remaining ?? null) : null,
  }));
  // a SIM that was removed meanwhile is left out
  await sql`
    insert into store.provider_quotas as kept
      (iccid, type, tried_at, read_at, level, listed_total, seen_at, remaining)
    select iccid, g.type, ${now}, g.read_at, g.level, g.listed_total, g.seen_at, g.remaining
    from jsonb_to_recordset(${storable(tried)}::text::jsonb) as g (iccid text, type text, level text,
      listed_total bigint, seen_at timestamptz, read_at timestamptz, remaining bigint)
    join (select iccid from store.sims where iccid = any(${tried.map(({ iccid }) => iccid)}::text[])
      order by iccid for key share) as s using (iccid)
    order by iccid, g.type
    on conflict (organization_id, iccid, type) do update
    set tried_at = excluded.tried_at, read_at = coalesce(excluded.read_at, kept.read_at),
      level = case when excluded.read_at is null then kept.level else excluded.level end,
      listed_total = case when excluded.read_at is null then kept.listed_total else excluded.listed_total end,
      seen_at = case when excluded.read_at is null then kept.seen_at else excluded.seen_at end,
      remaining = coalesce(excluded.remaining, kept.remaining)`;
  const readings = results.flatMap((result) =>
    "value" in result && result.value ? [{ ...result.value, iccid: result.item.iccid }] : [],
  );
  await writeQuotas(sql, readings, updatedAt);
  return results.filter((result) => "value" in result).length;
}

/**
 * What is left may be less than nothing: more was used than there was. Volumes come rounded, so that a byte more
 * or less is none.
 */
async function writeQuotas(
  sql: Transaction,
  readings: readonly (QuotaReading & { readonly iccid: string })[],
  now: Date,
): Promise<void> {
  if (readings.length === 0) return;
  const isSame = sql`excluded.type = 'data' and excluded.total = sim_quota.total
    and abs(excluded.used - sim_quota.used) <= 1`;
  await sql`
    insert into store.sim_quota (iccid, type, total, used, remaining, expires_at, updated_at)
    select iccid, g.type, greatest(g.total, 0), greatest(greatest(g.total, 0) - g.remaining, 0), g.remaining,
      g.expires_at, ${now}
    from jsonb_to_recordset(${storable(readings)}::text::jsonb)
      as g (iccid text, type text, total bigint, remaining bigint, expires_at timestamptz)
    join store.sims s using (iccid)
    order by iccid, g.type
    on conflict (organization_id, iccid, type) do update
    set total = excluded.total,
        used = case when ${isSame} then sim_quota.used else excluded.used end,
        remaining = case when ${isSame} then sim_quota.remaining else excluded.remaining end,
        expires_at = coalesce(excluded.expires_at, sim_quota.expires_at), updated_at = excluded.updated_at`;
}
