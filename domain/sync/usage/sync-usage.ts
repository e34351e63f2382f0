import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { addDays, toDay } from "#core/day.ts";
import { analyzeTables } from "#db/analyze.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { noteDataAge } from "../note-data-age.ts";
import { readEach } from "../read-each.ts";
import { inRun } from "../run.ts";
import { readsOf, type SyncOptions, type SyncResult, UNABLE } from "../sync.ts";
import { type AskedDays, keepUsage } from "./keep-usage.ts";
import { lastDayOver } from "./last-day-over.ts";
import { type NeededUsage, neededUsage } from "./needed-usage.ts";

const MAX_CALLS = 1_000;
/** From so many on, keeping their days slows down unless Postgres is told how the table has grown. */
const MANY_SIMS = 100;
/** So far back providers tell. */
const FIRST_DAYS = 180;
const CORRECTED_DAYS = 7;
/** Longer than a provider corrects, and than records come late. */
const KEPT_DAYS = 200;

/**
 * Reads the days of the SIMs of which there is a sign that they used something, one call each, so many at most.
 *
 * @throws Upstream when the provider failed.
 */
export async function syncUsage(
  actor: Actor,
  provider: Provider,
  options: SyncOptions,
): Promise<SyncResult> {
  const reads = readsOf(provider, "usage");
  if (!reads) return UNABLE;
  const { signal, maxCalls = MAX_CALLS } = options;
  return inRun(actor, "usage", signal, async (run) => {
    const asOf = fleetNow();
    const { sims, count } = await asActor(actor, async (sql) => {
      const needed = await neededUsage(sql, maxCalls);
      if (needed.count > 0) await noteDataAge(sql, { kind: "usage", asOf, waiting: needed.count });
      return needed;
    });
    run.callsNeeded = sims.length;
    let kept = 0;
    let analyzedAt = 0;
    const isThrough = await readEach({
      actor,
      run,
      options,
      items: sims.map((sim) => asked(sim, asOf)),
      read: ({ iccid, from, to }) => reads.readUsage(iccid, { from, to }, { signal }),
      keep: async (sql, results) => {
        kept += await keepUsage(sql, results);
        run.counts = { read: kept };
      },
      afterKept: async () => {
        if (kept < 2 * analyzedAt || sims.length < MANY_SIMS) return;
        await analyzeTables(["provider_usage"]);
        analyzedAt = kept;
      },
    });
    await asActor(actor, async (sql) => {
      await prune(sql, asOf);
      await noteDataAge(sql, { kind: "usage", asOf, waiting: count - kept });
    });
    return isThrough && count <= sims.length;
  });
}

/** From the last day that was over when it was read, whose figure may have grown since, until now. */
function asked(sim: NeededUsage, now: Date): AskedDays {
  const to = sim.is_aged ? toDay(now) : (sim.pushed_after ?? toDay(now));
  const completeUntil = lastDayOver(now);
  const earliest = addDays(to, -FIRST_DAYS);
  const first = sim.complete_until
    ? addDays(sim.complete_until, sim.is_aged ? -CORRECTED_DAYS : 0)
    : sim.activated_at && toDay(sim.activated_at);
  const from = first !== null && first > earliest && first <= to ? first : earliest;
  return { ...sim, from, to, completeUntil };
}

async function prune(sql: Transaction, now: Date): Promise<void> {
  await sql`delete from store.provider_usage where day < ${addDays(toDay(now), -KEPT_DAYS)}::date`;
}
