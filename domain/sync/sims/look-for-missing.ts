import { fleetNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { patiently } from "../patiently.ts";
import { applySims } from "./apply-sims.ts";
import { lookFor, markGone } from "./missing-sims.ts";
import { keepTaken, type Pass } from "./pass.ts";
import { isSpent, type Work } from "./work.ts";

/** One call each: those found are taken over as any other. */
export async function lookForMissing(
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
    const looked = await patiently(options, () => lookFor(reads, iccid, options.signal));
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
      const taken = await applySims(sql, actor, [sim], {
        pass: pass.pass,
        askedAt,
        toldAt: fleetNow(),
      });
      return keepTaken(sql, pass, taken);
    });
    if (sim === null) gone++;
  }
  run.counts = { ...pass.counts, gone };
  return "done";
}
