import { asActor } from "#db/guard.ts";
import { compareQuotas } from "./compare-quotas.ts";
import { compareSims } from "./compare-sims.ts";
import { compareUsage } from "./compare-usage.ts";
import type { Day } from "./day.ts";
import { readTheirStore } from "./their-store.ts";

/**
 * Where the fleet and the provider say different things about what both know, SIM by SIM. What is in the
 * list of differences is left out: there both sides are kept until a person decides.
 */
export async function mismatches({ owner, emulatorFile, streamedFrom }: Day): Promise<string[]> {
  const theirs = readTheirStore(emulatorFile);
  return asActor(owner, async (sql) => [
    ...(await compareSims(sql, theirs)),
    ...(await compareQuotas(sql, theirs)),
    ...(await compareUsage(sql, theirs, streamedFrom())),
  ]);
}
