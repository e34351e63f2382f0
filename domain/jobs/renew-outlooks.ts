import type { SystemActor } from "#core/actor.ts";
import { renewOutlooks } from "#domain/analysis/batch/renew-outlooks.ts";
import type { JobEnd, RunOptions } from "./definitions.ts";

/** Then other organisations' jobs come first. */
const MOST_SIMS = 5_000;

export async function renewOldOutlooks(
  actor: SystemActor,
  { signal }: RunOptions,
): Promise<JobEnd> {
  const { renewed, isLeft } = await renewOutlooks(actor, signal, MOST_SIMS);
  signal.throwIfAborted(); // this run goes on later: what was renewed is kept
  const sims = `${renewed.toLocaleString("en")} ${renewed === 1 ? "SIM" : "SIMs"}`;
  return { outcome: `Worked out anew when the quotas of ${sims} run out.`, isLeft };
}
