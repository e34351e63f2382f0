import type { Provider } from "#connectors/provider.ts";
import type { ProviderReads, SimPage } from "#connectors/provider-reads.ts";
import type { Actor } from "#core/actor.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { applyHeldRecords } from "#domain/connections/stream/apply-held-records.ts";
import { forgetGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import { noteDataAge } from "../data-age.ts";
import { inRun, type SyncRun } from "../run.ts";
import { readsOf, type SyncOptions, type SyncResult, UNABLE } from "../sync.ts";
import { applySims } from "./apply-sims.ts";
import { lookFor, markGone, outcomeOf } from "./missing-sims.ts";
import {
  beginPass,
  finishPass,
  keepPage,
  keepTaken,
  nextLap,
  type Pass,
  restartStuck,
} from "./pass.ts";

const PAGE_SIZE = 100;
const MAX_LAPS = 3;

/**
 * One pass over all SIMs of the provider, page by page, each in one transaction. A pass that broke off goes on
 * at the page where it was. Where the list shifts meanwhile, it is gone over again until it has as many SIMs as
 * the provider says, and those that were there before and are not found are asked for one by one.
 *
 * @throws Upstream when the provider failed.
 */
export async function syncSims(
  actor: Actor,
  provider: Provider,
  options: SyncOptions,
): Promise<SyncResult> {
  const reads = readsOf(provider, "list");
  if (!reads) return UNABLE;
  const result = await inRun(actor, "list", options.signal, async (run) => {
    const asOf = fleetNow();
    const work: Work = { actor, reads, run, options };
    let pass = await beginPass(actor, provider.account);
    for (;;) {
      const listed = await readList(work, pass);
      if (listed === "stopped") return false;
      pass = listed;
      const { found, missing } = await asActor(actor, (sql) => outcomeOf(sql, pass.pass));
      const pages = Math.ceil((pass.total ?? found) / PAGE_SIZE);
      run.callsNeeded = pages;
      const isShort = pass.total !== null && found + pass.unreadable < pass.total;
      const isDoubtful = missing.length > pages && pass.lap === 1;
      if (!isShort && !isDoubtful) {
        const isSure = found === pass.total && missing.length > pages;
        if (isSure) await asActor(actor, (sql) => markGone(sql, missing));
        if (isSure) run.counts = { ...run.counts, gone: missing.length };
        else if ((await lookForMissing(work, pass, missing)) === "stopped") return false;
        break;
      }
      if (isShort && pass.lap >= MAX_LAPS) {
        run.note = `The provider says that it has ${pass.total} SIMs, and listed ${found}. The next run looks again.`;
        await asActor(actor, (sql) => finishPass(sql));
        return false;
      }
      pass = await asActor(actor, (sql) => nextLap(sql, pass));
    }
    await asActor(actor, async (sql) => {
      await finishPass(sql);
      await noteDataAge(sql, { kind: "list", source: "provider", asOf });
    });
    return true;
  });
  if ((result.counts.added ?? 0) + (result.counts.changed ?? 0) > 0) await refresh(actor, result);
  return result;
}

interface Work {
  readonly actor: Actor;
  readonly reads: ProviderReads;
  readonly run: SyncRun;
  readonly options: SyncOptions;
}

/** What was pushed before its SIM was known has waited for this; names are known to the next question. */
async function refresh(actor: Actor, { counts }: SyncResult): Promise<void> {
  if ((counts.added ?? 0) > 0) await applyHeldRecords(actor);
  forgetGazetteer(actor);
}

async function readList(work: Work, begun: Pass): Promise<Pass | "stopped"> {
  const listed = await readFrom(work, begun);
  if (listed === "stopped" || begun.next_page === 1) return listed;
  const back = Math.ceil(((begun.total ?? 0) - (listed.total ?? 0)) / PAGE_SIZE);
  if (back <= 0) return listed;
  // SIMs went while the pass was broken off, so those behind them have moved up to pages that were done
  return readFrom(work, { ...listed, next_page: Math.max(1, begun.next_page - back) });
}

async function readFrom(work: Work, begun: Pass): Promise<Pass | "stopped"> {
  const { actor, reads, options, run } = work;
  const { signal, progress } = options;
  let pass = begun;
  // an answer may have been asked for before the one that came ahead of it
  let [askedAt, nextAskedAt] = [wallNow(), wallNow()];
  const callsBefore = run.calls;
  try {
    for await (const page of reads.listSims({ signal, fromPage: begun.next_page })) {
      run.calls++;
      pass = await takePage(work, pass, page, askedAt);
      [askedAt, nextAskedAt] = [nextAskedAt, wallNow()];
      progress?.({ done: page.page * PAGE_SIZE, total: page.total });
      const isLast = page.pages !== null && page.page >= page.pages;
      if (!isLast && (signal.aborted || isSpent(work))) return "stopped";
    }
    return pass;
  } catch (error) {
    const isFirst = run.calls === callsBefore && begun.next_page > 1;
    if (isFirst) await asActor(actor, (sql) => restartStuck(sql, pass));
    throw error;
  }
}

function isSpent({ run, options }: Work): boolean {
  return run.calls >= (options.maxCalls ?? Number.POSITIVE_INFINITY);
}

function takePage({ actor, run }: Work, pass: Pass, page: SimPage, askedAt: Date): Promise<Pass> {
  return asActor(actor, async (sql) => {
    run.counts = { ...pass.counts };
    await run.keep(sql);
    const taken = await applySims(sql, actor, page.sims, { pass: pass.pass, askedAt });
    const next = await keepPage(sql, pass, page, taken);
    run.counts = { ...next.counts };
    return next;
  });
}

/** One call each: those found are taken over as any other. */
async function lookForMissing(
  work: Work,
  begun: Pass,
  iccids: readonly string[],
): Promise<"done" | "stopped"> {
  const { actor, reads, run, options } = work;
  let pass = begun;
  let gone = 0;
  for (const iccid of iccids) {
    if (options.signal.aborted || isSpent(work)) return "stopped";
    run.calls++;
    run.callsNeeded++;
    const looked = await lookFor(reads, iccid, options.signal);
    if ("error" in looked) {
      run.note = `SIM ${iccid} was not in the list, and could not be asked for: ${looked.error.message}`;
      continue;
    }
    const { sim, askedAt } = looked;
    pass = await asActor(actor, async (sql) => {
      await run.keep(sql);
      if (sim === null) {
        await markGone(sql, [iccid]);
        return pass;
      }
      const next = await keepTaken(sql, pass, { added: 0, changed: 0 });
      const taken = await applySims(sql, actor, [sim], { pass: pass.pass, askedAt });
      return { ...next, counts: { ...next.counts, changed: next.counts.changed + taken.changed } };
    });
    if (sim === null) gone++;
  }
  run.counts = { ...pass.counts, gone };
  return "done";
}
