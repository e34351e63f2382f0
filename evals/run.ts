// npm run evals -- [--file FILE] [--url URL --key KEY] [--only ID,ID] [--verbose] [--report FILE]
import { parseArgs } from "node:util";
import { overrideConfig } from "#core/config.ts";
import { SimonError } from "#core/errors.ts";
import { closeDatabase } from "#db/database.ts";
import { inProcess, overRest } from "./ask.ts";
import { readCases } from "./cases.ts";
import { EVAL_NOW, evalFleet } from "./eval-fleet.ts";
import { bindCase } from "./gold.ts";
import { type Judged, judge } from "./judge.ts";
import { printReport, writeReport } from "./report.ts";

const { values } = parseArgs({
  options: {
    file: { type: "string", default: "../shared/questions/dev.jsonl" },
    fleet: { type: "string" },
    seed: { type: "string", default: "7" },
    "data-dir": { type: "string", default: ".simon/evals" },
    url: { type: "string" },
    key: { type: "string", default: "" },
    only: { type: "string" },
    report: { type: "string", default: ".simon/evals/report.json" },
    verbose: { type: "boolean", default: false },
  },
});

try {
  overrideConfig({
    SIMON_DATA_DIR: values["data-dir"],
    SIMON_NOW: EVAL_NOW.toISOString(),
    SIMON_DEMO: "0",
  });
  const only = values.only?.split(",");
  const cases = (await readCases(values.file)).filter((one) => !only || only.includes(one.id));
  const actor = await evalFleet({
    seed: Number(values.seed),
    ...(values.fleet ? { vocabulary: values.fleet } : {}),
  });
  const ask = values.url ? overRest(values.url, values.key) : inProcess(actor, EVAL_NOW);
  const judged: Judged[] = [];
  for (const one of cases) {
    const bound = await bindCase(actor, one, EVAL_NOW);
    judged.push(await judge(actor, bound, await ask(bound), EVAL_NOW));
  }
  printReport(judged, values);
  await writeReport(values.report, judged);
  console.log(`\nEach case is in ${values.report}.`);
} catch (error) {
  console.error(error instanceof SimonError ? `\n${error.message}\n` : error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
