import { parseArgs } from "node:util";
import { writeCsv } from "./csv-file.ts";
import {
  DAY_COLUMNS,
  dayRows,
  type FileOptions,
  forecastFile,
  type Outcome,
  SUMMARY_COLUMNS,
  summaryRow,
} from "./forecast-file.ts";
import { holdSeries } from "./held-series.ts";
import { UsageError } from "./usage-error.ts";

export const FORECAST_USAGE = `  npm run analytics -- forecast --csv FILE --out FILE [--horizon N] [--method auto|prophet|mstl]

  --csv FILE       columns id, day (2026-10-31, or a whole number) and value (bytes, or any unit)
  --out FILE       id, day, predicted, lo80, hi80, lo95, hi95, mean: predicted is the middle of what the
                   day may bring, mean the expected value, which adds up to the total
  --summary FILE   a line an id: class, total with intervals, how good past forecasts were, notes, or the
                   reason why there is no forecast (default: OUT.summary.csv)
  --horizon N      days ahead, 7 to 90 (default 30)
  --method auto    by class, with intervals learnt from the file's own held-out days; or prophet, mstl
  --gaps auto      what a day without a row is: zero (no use), missing (unknown), or auto: unknown in a file
                   that writes zeros, else no use. An empty value is unknown
  --backtest N     past days to try each forecast from (default 5, 0 for none)`;

const MOST_LISTED = 20;

export async function forecastCommand(args: string[]): Promise<string> {
  const { csv, out, summary, gaps, ...options } = readArguments(args);
  const startedAt = performance.now();
  const file = await holdSeries(csv);
  const summaries: (string | number)[][] = [];
  const classes = new Map<string, number>();
  const problems: Extract<Outcome, { problem: string }>[] = [];
  const meaning = gaps === "auto" ? (file.hasZeros ? "missing" : "zero") : gaps;

  async function* days() {
    for await (const outcome of forecastFile(file, { ...options, gaps: meaning })) {
      summaries.push(summaryRow(outcome));
      if ("problem" in outcome) problems.push(outcome);
      else {
        const { class: kind } = outcome.forecast;
        classes.set(kind, (classes.get(kind) ?? 0) + 1);
        yield* dayRows(outcome, file.hasDates);
      }
    }
  }
  await writeCsv(out, DAY_COLUMNS, days());
  await writeCsv(summary, SUMMARY_COLUMNS, summaries);
  for (const { id, problem } of problems.slice(0, MOST_LISTED)) console.error(`${id}: ${problem}`);
  if (problems.length > MOST_LISTED) {
    console.error(`… and ${problems.length - MOST_LISTED} more, all in ${summary}.`);
  }
  if (file.rowsWithoutId > 0) console.error(`Rows without an id, left out: ${file.rowsWithoutId}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const done = file.byId.size - problems.length;
  const byClass = [...classes].map(([kind, count]) => `${count} ${kind}`).join(", ") || "none";
  return `${done} of ${file.byId.size} series (${byClass}) in ${seconds} s: ${out}, totals in ${summary}`;
}

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        csv: { type: "string" },
        out: { type: "string" },
        summary: { type: "string" },
        horizon: { type: "string", default: "30" },
        method: { type: "string", default: "auto" },
        gaps: { type: "string", default: "auto" },
        backtest: { type: "string", default: "5" },
      },
    });
    if (!values.csv || !values.out) throw new Error("Name a file to read and one to write.");
    return {
      csv: values.csv,
      out: values.out,
      summary: values.summary ?? `${values.out}.summary.csv`,
      horizonDays: wholeNumber(values.horizon, "--horizon", 7, 90),
      method: oneOf<FileOptions["method"]>(values.method, ["auto", "prophet", "mstl"], "--method"),
      gaps: oneOf<FileOptions["gaps"] | "auto">(values.gaps, ["auto", "zero", "missing"], "--gaps"),
      backtestOrigins: wholeNumber(values.backtest, "--backtest", 0, 50),
    };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function wholeNumber(text: string, name: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${name} is a whole number from ${least} to ${most}, not ${text}.`);
}

function oneOf<T extends string>(text: string, choices: readonly T[], name: string): T {
  const found = choices.find((choice) => choice === text);
  if (found) return found;
  throw new UsageError(`${name} is one of ${choices.join(", ")}, not ${text}.`);
}
