import { formatBytes } from "#core/bytes.ts";
import type { Answer, Column } from "#query/answer.ts";
import { CATALOGUE } from "#query/catalogue.ts";
import { isList } from "#query/mode.ts";
import type { Query } from "#query/query.ts";

type Row = Answer["rows"][number];

/** What the interpretation says of a column that the table shows anyway. */
const SHOWN_MEASURE = /, each with its [^()]*(\([^()]*(\([^()]*\))?[^()]*\))?(?=, whose)/;

/** The answer in one sentence, its figure first and bold. */
export function respond(query: Query, answer: Answer): string {
  const about = lowerFirst(answer.interpretation.replace(/\.$/, ""));
  if (answer.row_count === 0) return `**None** found: ${about}.`;
  if (isList(query) && !query.limit) return listSentence(query, answer);
  const measures = answer.columns.filter((column) => column.isMeasure);
  const [row] = answer.rows;
  if (!row) return `**None** found: ${about}.`;
  if (!query.groupBy?.length && answer.rows.length === 1)
    return `${measures.map((column) => `**${show(row[column.name], column)}**${measures.length > 1 ? ` (${titleOf(column, measures)})` : ""}`).join(", ")}: ${about}.`;
  return groupSentence(query, answer, measures, about);
}

/** Two columns of one label, such as two periods, are told apart by their names. */
function titleOf(column: Column, all: readonly Column[]): string {
  return all.filter((other) => other.label === column.label).length > 1
    ? column.name.replaceAll("_", " ")
    : column.label;
}

function listSentence(query: Query, answer: Answer): string {
  const [one, many] = CATALOGUE[query.from].noun;
  const count = answer.row_count;
  const about = answer.interpretation.replace(/\.$/, "").replace(SHOWN_MEASURE, "");
  const rest = about.toLowerCase().startsWith(many.toLowerCase())
    ? about.slice(many.length).trim()
    : `(${lowerFirst(about)})`;
  const head = `**${count.toLocaleString("en-GB")} ${count === 1 ? one : many}**`;
  const only = count === 1 ? answer.rows[0] : undefined;
  const name = only && (only.label ?? only.name ?? only.subject ?? only.message ?? only.iccid);
  return `${[head, rest].filter(Boolean).join(" ").replace(" , ", ", ")}${typeof name === "string" && name && !rest.includes(name) ? `: ${name}` : ""}${largestPart(answer)}.`;
}

/** ", 22 of them VoltCharge": where one customer has at least a third of a list that is all here. */
function largestPart(answer: Answer): string {
  const { rows, row_count: count } = answer;
  if (
    count < 4 ||
    rows.length < count ||
    !answer.columns.some((column) => column.name === "customer")
  )
    return "";
  const counts = new Map<string, number>();
  for (const { customer } of rows)
    if (typeof customer === "string") counts.set(customer, (counts.get(customer) ?? 0) + 1);
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!top || top[1] * 3 < count || counts.size < 2) return "";
  return `, ${top[1].toLocaleString("en-GB")} of them ${top[0]}`;
}

function groupSentence(
  query: Query,
  answer: Answer,
  measures: readonly Column[],
  about: string,
): string {
  const [measure] = measures;
  const names = answer.columns.filter((column) => !column.isMeasure);
  const count = answer.row_count;
  if (!measure)
    return `**${count.toLocaleString("en-GB")}** ${count === 1 ? "value" : "values"}: ${about}.`;
  const best =
    query.orderBy?.[0]?.direction === "asc" && query.limit
      ? answer.rows[0]
      : largest(answer.rows, measure);
  const name = best && nameOf(best, names);
  const figure = best && show(best[measure.name], measure);
  const series = query.groupBy?.some((group) => group.grain !== undefined);
  const lead =
    count === 1
      ? `**${name}** with ${figure}`
      : series
        ? `the highest is **${figure}** (${name})`
        : `**${name}** ${query.orderBy?.[0]?.direction === "asc" && query.limit ? "is lowest" : "is highest"} with ${figure}`;
  return `${upperFirst(lead)}${count > 1 ? `, of ${count.toLocaleString("en-GB")} rows` : ""}: ${about}.`;
}

function largest(rows: readonly Row[], measure: Column): Row | undefined {
  return rows.reduce<Row | undefined>(
    (best, row) =>
      best === undefined || Number(row[measure.name] ?? 0) > Number(best[measure.name] ?? 0)
        ? row
        : best,
    undefined,
  );
}

function nameOf(row: Row, names: readonly Column[]): string {
  const label = row.label ?? row.iccid;
  if (typeof label === "string" && label) return label;
  return names
    .map((column) => row[column.name] ?? "none")
    .slice(0, 3)
    .join(", ");
}

/** A value as a person reads it. */
function show(value: unknown, column: Column): string {
  if (value === null || value === undefined) return "unknown";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const number = Number(value);
  if (Number.isNaN(number)) return String(value);
  const unit = column.unit
    ? ` ${column.unit === "minute" || column.unit === "hour" || column.unit === "day" ? `${column.unit}s` : column.unit}`
    : "";
  if (column.kind === "bytes" && !column.unit) return formatBytes(number);
  if (column.kind === "percent") return `${rounded(number)} %`;
  return `${rounded(number)}${unit}`;
}

function rounded(value: number): string {
  const digits = Number.isInteger(value) ? 0 : Math.abs(value) >= 100 ? 0 : 2;
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits });
}

/** Two or three questions that follow from an answer; the planner can read each as a follow-up. */
export function followUps(query: Query, answer: Answer): string[] {
  const ideas: string[] = [];
  const grouped = new Set(query.groupBy?.map((group) => group.member.split(".")[1]));
  const grain = query.groupBy?.find((group) => group.grain)?.grain;
  const text = JSON.stringify(query.where ?? {});
  const hasTime = text.includes('"time"');
  if (grain === "day") ideas.push("Weekly instead");
  if (grain === "week") ideas.push("Daily instead");
  if (
    query.measures?.length &&
    !grouped.has("customer") &&
    !text.includes("customer") &&
    canSplit(query)
  )
    ideas.push("Split by customer");
  if (isList(query) && query.from === "sims" && answer.row_count > 1)
    ideas.push("How many of them per customer?");
  if (hasTime && text.includes("last week")) ideas.push("And the week before that?");
  if (query.from === "alerts" && !text.includes("severity")) ideas.push("Only the critical ones");
  if (query.from === "support_tickets" && !text.includes("priority"))
    ideas.push("Only the high priority ones");
  if (isList(query) && answer.row_count > 1) ideas.push("Just the count");
  return [...new Set(ideas)].slice(0, 3);
}

function canSplit(query: Query): boolean {
  return !["rate_plans", "alert_rules", "audit_logs"].includes(query.from);
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
