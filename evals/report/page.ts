import { readFile } from "node:fs/promises";
import { VERDICTS } from "../judge.ts";
import { costOf, type Score, scoreOf, scoresBy } from "../score.ts";
import { showable } from "../verdicts.ts";
import { caseHtml } from "./case-html.ts";
import { html, Markup } from "./markup.ts";
import type { Report } from "./report.ts";
import { costLine } from "./table.ts";

/** The report for people: one page that needs no other file and no network. */
export async function pageOf(report: Report): Promise<string> {
  const [style, script] = await Promise.all([asset("page.css"), asset("page.js")]);
  const { results, model, seeds, command, unasked, price } = report;
  const groups = [...new Set(results.flatMap((one) => [one.case.expect, ...one.case.tags]))].sort();
  const files = [...new Set(results.map(({ file }) => file))];
  const option = (name: string) => html`<option>${name}</option>`;
  const worstFirst = ["wrong", "asked back", "right"].flatMap((verdict) =>
    showable(results).filter((one) => one.verdict === verdict),
  );
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simon: evals</title><style>${style}</style></head><body>
<h1>Evals</h1>
<p>${model}; seed ${seeds.join(" and ")}${seeds.length > 1 ? ": right means right on each" : ""}. <code>${command}</code></p>
<p>${costLine(costOf(results, price))}.${unasked.length > 0 ? ` No fleet has data for ${unasked.join(", ")}.` : ""}</p>
${scoreTable("", new Map([["all", scoreOf(results)]]))}
${scoreTable(
  "File",
  scoresBy(results, (one) => [one.file]),
)}
${scoreTable(
  "Expected",
  scoresBy(results, (one) => [one.case.expect]),
)}
<details><summary>By tag</summary>${scoreTable(
    "Tag",
    scoresBy(results, (one) => one.case.tags),
  )}</details>
<form id="filter"><label>Verdict <select name="verdict"><option value="miss">not right</option><option value="">all</option>${VERDICTS.map(option)}</select></label>
<label>Tag <select name="tag"><option value="">all</option>${groups.map(option)}</select></label>
<label>File <select name="file"><option value="">all</option>${files.map(option)}</select></label>
<label>Text <input name="text" type="search"></label> <output></output></form>
<main>${worstFirst.map(caseHtml)}</main>
<script>${script}</script></body></html>
`;
  return page.text;
}

function scoreTable(title: string, scores: ReadonlyMap<string, Score>): Markup {
  const rows = [...scores].map(
    ([name, score]) =>
      html`<tr><th>${name}</th><td>${score.cases}</td>${VERDICTS.map(
        (verdict) =>
          html`<td data-verdict="${verdict}">${score[verdict].count} <small>${score[verdict].percent.toFixed(1)} % (${score[verdict].low.toFixed(0)}–${score[verdict].high.toFixed(0)})</small></td>`,
      )}</tr>`,
  );
  const head = ["cases", ...VERDICTS].map((name) => html`<th>${name}</th>`);
  return html`<div class="wide"><table class="scores"><thead><tr><th>${title}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Our own text beside this file. */
async function asset(name: string): Promise<Markup> {
  return new Markup(await readFile(new URL(name, import.meta.url), "utf8"));
}
