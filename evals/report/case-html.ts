import type { Row } from "../gold.ts";
import { type Result, type Run, tellingRun } from "../verdicts.ts";
import { html, type Markup } from "./markup.ts";

const SHOWN_ROWS = 5;
const SHOWN_TARGETS = 8;
const NOTHING = html``;

/** One case: the question, what was right, and beside it what came. */
export function caseHtml(result: Result): Markup {
  const run = tellingRun(result);
  if (!run) return NOTHING;
  const { id, expect, note } = result.case;
  const tags = [...new Set([expect, ...result.case.tags])];
  const verdictOfSeed = result.runs.map(
    ({ seed, verdict }) =>
      html` <span class="chip" data-verdict="${verdict}">seed ${seed}: ${verdict}</span>`,
  );
  return html`
<article data-verdict="${result.verdict}" data-file="${result.file}" data-tags=" ${tags.join(" ")} ">
<header><code>${id}</code>${verdictOfSeed} ${tags.map((tag) => html`<span class="tag">${tag}</span> `)}</header>
${run.case.context.map((earlier) => html`<p class="earlier">${earlier}</p>`)}
<h3>${run.case.question}</h3>
<div class="sides"><section><h4>Expected: ${expect}</h4>${expectedHtml(run)}${note ? html`<p class="note">${note}</p>` : NOTHING}</section>
<section><h4>Got: ${run.reply.outcome} <small>${Math.round(run.reply.ms)} ms</small></h4>${gotHtml(run)}</section></div>
</article>`;
}

function expectedHtml({ case: asked, gold }: Run): Markup {
  if (asked.expect === "action") {
    const wanted = `${asked.tool ?? ""} ${JSON.stringify(asked.arguments ?? {})}`;
    return html`<p>${wanted}</p>${targetsHtml(gold.map(idOf), gold.length)}${sqlHtml(asked.targets_sql)}`;
  }
  if (asked.expect !== "answer") return NOTHING;
  const alternatives = asked.alt_sql?.length ?? 0;
  return html`${tableHtml(gold, gold.length, asked.columns ?? [])}${sqlHtml(asked.sql)}${
    alternatives > 0 ? html`<p class="note">or ${alternatives} other readings</p>` : NOTHING
  }`;
}

function gotHtml({ reply, why }: Run): Markup {
  const { action, interpretation, text, sql } = reply;
  const reason = why && why !== reply.outcome ? html`<p class="why">${why}</p>` : NOTHING;
  const said = html`${reason}<p class="said">${interpretation || text}</p>`;
  if (action)
    return html`${said}<p>${action.tool} ${JSON.stringify(action.input)}</p>${targetsHtml(action.targets, action.target_count)}`;
  if (reply.outcome !== "answer") return said;
  return html`${said}${tableHtml(reply.rows, reply.count, Object.keys(reply.rows[0] ?? {}))}${sqlHtml(sql)}`;
}

function targetsHtml(ids: readonly string[], count: number): Markup {
  const shown = ids.slice(0, SHOWN_TARGETS).join(", ");
  return html`<p>${count} targets: ${shown}${count > SHOWN_TARGETS ? " …" : ""}</p>`;
}

function tableHtml(rows: readonly Row[], count: number, columns: readonly string[]): Markup {
  const head = columns.map((name) => html`<th>${name}</th>`);
  const body = rows
    .slice(0, SHOWN_ROWS)
    .map((row) => html`<tr>${columns.map((name) => html`<td>${cellText(row[name])}</td>`)}</tr>`);
  return html`<p>${count} ${count === 1 ? "row" : "rows"}${count > SHOWN_ROWS ? `, the first ${SHOWN_ROWS}` : ""}</p>
<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function sqlHtml(sql: string | null | undefined): Markup {
  return sql ? html`<pre>${sql}</pre>` : NOTHING;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function idOf(row: Row): string {
  return String(row.id ?? row.iccid ?? Object.values(row)[0]);
}
