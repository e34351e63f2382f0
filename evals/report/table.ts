import { VERDICTS } from "../judge.ts";
import { type Cost, costOf, type Score, scoreOf, scoresBy } from "../score.ts";
import { isHollow, type Result, showable, tellingRun } from "../verdicts.ts";
import type { Report } from "./report.ts";

const SHOWN_ROWS = 2;

/** Each miss, then the figures, for a terminal. */
export function tableOf({ results, unasked, price }: Report, isVerbose: boolean): string {
  const shown = showable(results).filter(({ verdict }) => isVerbose || verdict !== "right");
  const hollow = results.filter(isHollow).map((one) => one.case.id);
  const files = scoresBy(results, ({ file }) => [file]);
  return [
    ...shown.map(missOf),
    "",
    lineOf("all", scoreOf(results)),
    ...[...(files.size > 1 ? files : [])].map(([name, score]) => lineOf(name, score)),
    ...linesBy(results, ({ case: { expect } }) => [expect]),
    "",
    "by tag",
    ...linesBy(results, ({ case: { tags } }) => tags),
    "",
    costLine(costOf(results, price)),
    ...(unasked.length > 0 ? [`No fleet has data for: ${unasked.join(", ")}.`] : []),
    ...(hollow.length > 0 ? [`There was no row to find for: ${hollow.join(", ")}.`] : []),
  ].join("\n");
}

function linesBy(results: readonly Result[], groupsOf: (one: Result) => readonly string[]) {
  return [...scoresBy(results, groupsOf)].map(([name, score]) => lineOf(name, score));
}

function lineOf(name: string, score: Score): string {
  const parts = VERDICTS.map((verdict) => {
    const { count, percent, low, high } = score[verdict];
    return `${verdict} ${count}/${score.cases} = ${percent.toFixed(1)} % (${low.toFixed(0)}–${high.toFixed(0)})`;
  });
  return `${name.padEnd(18)} ${parts.join("   ")}`;
}

export function costLine({ p50Ms, p95Ms, tokens, dollars }: Cost): string {
  const spent = tokens ? `, ${tokens.input} tokens read and ${tokens.output} written` : "";
  const paid = dollars === null ? "" : ` for $${dollars.toFixed(2)}`;
  return `a question takes ${p50Ms.toFixed(0)} ms (p50), ${p95Ms.toFixed(0)} ms (p95)${spent}${paid}`;
}

function missOf(result: Result): string {
  const run = tellingRun(result);
  if (!run) return "";
  const { case: asked, reply, why, gold, seed } = run;
  const rows = (list: readonly unknown[]) => JSON.stringify(list.slice(0, SHOWN_ROWS));
  return [
    `${result.verdict.toUpperCase().padEnd(10)} ${asked.id} [${asked.expect}] ${[...asked.context, asked.question].join(" → ")}`,
    `seed ${seed}: ${why}`,
    ...(asked.expect === "answer" ? [`gold ${gold.length} ${rows(gold)}`] : []),
    ...(reply.outcome === "answer"
      ? [`got  ${reply.count} ${rows(reply.rows)} ${reply.interpretation}`, reply.sql ?? ""]
      : [`got  ${reply.outcome}: ${reply.text.replaceAll("\n", " ").slice(0, 400)}`]),
  ].join("\n           ");
}
