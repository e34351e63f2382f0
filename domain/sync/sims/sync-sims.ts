import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { applyHeldRecords } from "#domain/connections/stream/apply-held-records.ts";
import { forgetGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import { noteDataAge } from "../note-data-age.ts";
import { inRun } from "../run.ts";
import { readsOf, type SyncOptions, type SyncResult, UNABLE } from "../sync.ts";
import { lookForMissing } from "./look-for-missing.ts";
import { markGone, outcomeOf } from "./missing-sims.ts";
import { noteNeverThere } from "./never-there.ts";
import { beginPass, finishPass, nextLap } from "./pass.ts";
import { readList } from "./read-list.ts";
import type { Work } from "./work.ts";

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
      const pages = Math.ceil((pass.total ?? found) / reads.simsPerPage);
      run.callsNeeded = pages;
      const isShort = pass.total !== null && found + pass.unreadable < pass.total;
      const isDoubtful = missing.length > pages && pass.lap === 1;
      if (!isShort && !isDoubtful) {
        const isSure = found === pass.total && missing.length > pages;
        if (isSure) await asActor(actor, (sql) => markGone(sql, missing));
        if (isSure) run.counts = { ...run.counts, gone: missing.length };
        else if ((await lookForMissing(work, pass, missing)) === "stopped") return false;
        if (found === pass.total) await asActor(actor, (sql) => noteNeverThere(sql));
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
      await noteDataAge(sql, { kind: "list", asOf });
    });
    return true;
  });
  if ((result.counts.added ?? 0) + (result.counts.changed ?? 0) > 0) await refresh(actor, result);
  return result;
}

/** What was pushed before its SIM was known has waited for this; names are known to the next question. */
async function refresh(actor: Actor, { counts }: SyncResult): Promise<void> {
  if ((counts.added ?? 0) > 0) await applyHeldRecords(actor);
  forgetGazetteer(actor);
}
