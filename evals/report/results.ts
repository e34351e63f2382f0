import { VERDICTS } from "../judge.ts";
import { costOf, type Score, scoreOf, scoresBy } from "../score.ts";
import type { Report } from "./report.ts";
import { costLine } from "./table.ts";

/** What the repository keeps of a run: `evals/RESULTS.md`. */
export function resultsOf(report: Report, day: string): string {
  const { results, unasked, model, seeds, command, price } = report;
  const rows = [
    ...scoresBy(results, ({ file }) => [file]),
    ...scoresBy(results, ({ case: { expect } }) => [`expected: ${expect}`]),
    ["all", scoreOf(results)] as const,
  ].map(rowOf);
  return `# Results

${day}, ${model}, fleets of seeds ${seeds.join(" and ")}. A case is right only if it is right on each. In brackets
Wilson's 95 % bounds. "Wrong" is an answer that misleads; "asked back" is a question or a refusal instead.

    ${command}

${tableOf(rows)}

In this process, ${costLine(costOf(results, price))}.${unasked.length > 0 ? ` No fleet has data for ${unasked.join(", ")}.` : ""}
`;
}

function rowOf([name, score]: readonly [string, Score]): string[] {
  const parts = VERDICTS.map((verdict) => {
    const { count, percent, low, high } = score[verdict];
    return `${count} = ${percent.toFixed(1)} % (${low.toFixed(0)}–${high.toFixed(0)})`;
  });
  return [name, String(score.cases), ...parts];
}

/** A Markdown table as the formatter wants it. */
function tableOf(rows: readonly string[][]): string {
  const head = ["questions", "cases", ...VERDICTS];
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill = " ") =>
    `| ${widths.map((width, at) => (cells[at] ?? "").padEnd(width, fill)).join(" | ")} |`;
  return [line(head), line([], "-"), ...rows.map((row) => line(row))].join("\n");
}
