import type { Options } from "../options.ts";
import { costOf, scoreOf, scoresBy } from "../score.ts";
import { isHollow, type Result, showable, tellingRun } from "../verdicts.ts";

/** All that a run of the evals came to. */
export interface Report {
  readonly results: readonly Result[];
  /** Cases that no fleet had data for. */
  readonly unasked: readonly string[];
  readonly model: string;
  readonly seeds: readonly number[];
  readonly command: string;
  readonly price: Options["price"];
}

/** The report for machines. */
export function jsonOf(report: Report): string {
  const { results, unasked, model, seeds, command, price } = report;
  const all = scoreOf(results);
  const summary = {
    model,
    seeds,
    command,
    cases: all.cases,
    right: all.right.count,
    wrong: all.wrong.count,
    asked_back: all["asked back"].count,
    right_95: { low: all.right.low, high: all.right.high },
    wrong_95: { low: all.wrong.low, high: all.wrong.high },
    cost: costOf(results, price),
    unasked,
    hollow: results.filter(isHollow).map((one) => one.case.id),
    by_file: Object.fromEntries(scoresBy(results, ({ file }) => [file])),
    by_expect: Object.fromEntries(scoresBy(results, (one) => [one.case.expect])),
    by_tag: Object.fromEntries(scoresBy(results, (one) => one.case.tags)),
  };
  return `${JSON.stringify({ summary, cases: showable(results).map(caseOf) }, null, 2)}\n`;
}

function caseOf(result: Result) {
  const run = tellingRun(result);
  const { file, verdict, runs, case: asked } = result;
  return {
    id: asked.id,
    file,
    question: run?.case.question ?? asked.question,
    context: run?.case.context ?? asked.context,
    expect: asked.expect,
    verdict,
    outcome: run?.reply.outcome,
    why: run?.why,
    interpretation: run?.reply.interpretation,
    sql: run?.reply.sql,
    runs: runs.map((each) => ({
      seed: each.seed,
      verdict: each.verdict,
      ms: Math.round(each.reply.ms),
      gold_rows: each.gold.length,
      rows: each.reply.count,
    })),
  };
}
