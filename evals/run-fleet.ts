import { config, overrideConfig } from "#core/config.ts";
import { closeDatabase } from "#db/database.ts";
import { overRest, throughTool } from "./ask.ts";
import type { Case } from "./cases.ts";
import { EVAL_NOW, evalFleet, type FleetChoice, fleetFolder } from "./eval-fleet.ts";
import { bindCase } from "./gold.ts";
import { type Judged, judge } from "./judge.ts";
import type { Options } from "./options.ts";

/** Puts each case to one fleet; a case that this fleet has no data for is left out. */
export async function runOnFleet(
  choice: FleetChoice,
  cases: readonly Case[],
  options: Options,
): Promise<Judged[]> {
  const isOwn = config().database.kind === "embedded" && options.url === undefined;
  overrideConfig({
    SIMON_DATA_DIR: isOwn ? await fleetFolder(options.dataDir, choice) : options.dataDir,
    SIMON_NOW: EVAL_NOW.toISOString(),
    SIMON_DEMO: "0",
    ...(options.model && { SIMON_MODEL: options.model }),
  });
  try {
    const actor = await evalFleet(choice);
    const ask = options.url ? overRest(options.url, options.key) : throughTool(actor);
    const judged: Judged[] = [];
    for (const one of cases) {
      const bound = await bindCase(actor, one, EVAL_NOW);
      if (bound) judged.push(await judge(actor, bound, await ask(bound), EVAL_NOW));
    }
    return judged;
  } finally {
    await closeDatabase();
  }
}
