import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { config } from "#core/config.ts";
import { SimonError } from "#core/errors.ts";
import { type Case, readCases } from "./cases.ts";
import { fleetOf, type Options, readOptions } from "./options.ts";
import { pageOf } from "./report/page.ts";
import { jsonOf, type Report } from "./report/report.ts";
import { resultsOf } from "./report/results.ts";
import { tableOf } from "./report/table.ts";
import { runOnFleet } from "./run-fleet.ts";
import { runToolEvals } from "./tools/run.ts";
import { combine, type Result, type Run } from "./verdicts.ts";

const RESULTS = "evals/RESULTS.md";

try {
  const args = process.argv.slice(2);
  if (args[0] === "tools") {
    await runToolEvals(args.slice(1));
    process.exit();
  }
  const options = readOptions(args, config().database.kind === "server");
  const report = await run(options, ["npm run eval --", ...args].join(" "));
  console.log(tableOf(report, options.verbose));
  await write(options.json, jsonOf(report));
  if (options.html) await write(options.html, await pageOf(report));
  if (options.results)
    await write(RESULTS, resultsOf(report, new Date().toISOString().slice(0, 10)));
  const written = [options.json, options.html, options.results && RESULTS].filter(Boolean);
  console.log(`\nEach case is in ${written.join(" and ")}.`);
} catch (error) {
  console.error(error instanceof SimonError ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}

async function run(options: Options, command: string): Promise<Report> {
  const { seeds, url, price } = options;
  const results: Result[] = [];
  const unasked: string[] = [];
  for (const file of options.questions) {
    const cases = await casesOf(file, options);
    const runs: Run[] = [];
    for (const seed of seeds) {
      const choice = { file: options.fleet ?? fleetOf(file), seed };
      const judged = await runOnFleet(choice, cases, options);
      runs.push(...judged.map((each) => ({ ...each, seed })));
    }
    const combined = combine(basename(file, ".jsonl"), cases, runs);
    results.push(...combined.results);
    unasked.push(...combined.unasked);
  }
  const model = url ? `the server at ${url}` : config().model.names.join(", ");
  return { results, unasked, model, seeds, command, price };
}

async function casesOf(file: string, { only }: Options): Promise<Case[]> {
  const cases = await readCases(file);
  return only ? cases.filter(({ id }) => only.has(id)) : cases;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
