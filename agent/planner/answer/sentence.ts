import type { Answer, Column } from "#query/answer.ts";
import { CATALOGUE } from "#query/catalogue.ts";
import { isList } from "#query/mode.ts";
import type { Query } from "#query/query.ts";
import { figure, nameOf, type Row, show } from "./figures.ts";
import { findings } from "./findings.ts";

/** What the interpretation says of a column that the table shows anyway. */
const SHOWN_MEASURE = /, each with its [^()]*(\([^()]*(\([^()]*\))?[^()]*\))?(?=, whose)/;

/** The answer in words: its figure first and bold, then what stands out in the rows. */
export function respond(query: Query, answer: Answer): string {
  const about = lowerFirst(answer.interpretation.replace(/\.$/, ""));
  if (answer.missing_sim) return `**No SIM** has the ${answer.missing_sim}.`;
  if (answer.rows.length === 0) return `**None** found: ${about}.${nearest(answer)}`;
  const sentence =
    isList(query) && !query.limit ? listSentence(query, answer) : measured(query, answer, about);
  return [sentence, ...findings(query, answer)].join(" ");
}

/** The condition without which there would be something, the closest one. */
function nearest({ loosened }: Answer): string {
  const [closest] = loosened ?? [];
  if (!closest) return "";
  const count = closest.row_count.toLocaleString("en-GB");
  return ` Without “${closest.text}” there ${closest.row_count === 1 ? "is" : "are"} ${count}.`;
}

function measured(query: Query, answer: Answer, about: string): string {
  const measures = answer.columns.filter((column) => column.isMeasure);
  const [row] = answer.rows;
  const isOne = query.countGroups !== undefined || !query.groupBy?.length;
  if (row && isOne && answer.rows.length === 1 && measures.length > 0)
    return singleSentence(row, measures, about, query);
  return groupSentence(query, answer, measures, about);
}

function singleSentence(
  row: Row,
  measures: readonly Column[],
  about: string,
  query: Query,
): string {
  const [only] = measures;
  if (only && measures.length === 1) {
    const [one, many] = CATALOGUE[query.from].noun;
    const counted = `number of ${many}`;
    const value = show(row[only.name], only);
    if (!about.startsWith(counted)) return `**${value}** is the ${about}.`;
    const rest = about.slice(counted.length);
    return `**${value} ${value === "1" ? one : many}**${rest}.`;
  }
  const figures = measures.map(
    (column) => `**${show(row[column.name], column)}** (${titleOf(column, measures)})`,
  );
  return `${figures.join(", ")}: ${about}.`;
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
  const figures = only
    ? answer.columns
        .filter((column) => column.isMeasure)
        .map((column) => `${lowerFirst(column.label)} **${show(only[column.name], column)}**`)
    : [];
  const isNew = typeof name === "string" && name !== "" && !rest.includes(name);
  const told = [...(isNew ? [name] : []), ...figures].join(", ");
  const shown = told && `: ${told}`;
  return `${[head, rest].filter(Boolean).join(" ").replace(" , ", ", ")}${shown}.`;
}

function groupSentence(
  query: Query,
  answer: Answer,
  measures: readonly Column[],
  about: string,
): string {
  const [measure] = measures;
  const names = answer.columns.filter((column) => !column.isMeasure);
  const count = answer.row_count.toLocaleString("en-GB");
  const what = upperFirst(about);
  if (!measure) return `**${count}** ${answer.row_count === 1 ? "row" : "rows"}: ${about}.`;
  const isLowest = query.orderBy?.[0]?.direction === "asc" && query.limit !== undefined;
  const best = isLowest ? answer.rows[0] : largest(answer.rows, measure);
  if (!best) return `**${count}** rows: ${about}.`;
  const value = show(best[measure.name], measure);
  const name = nameOf(best, names);
  if (answer.row_count === 1) return `**${name}**: ${value}. ${what}.`;
  const isSeries = query.groupBy?.some((group) => group.grain !== undefined);
  if (isSeries) return `The highest is **${value}**, ${name}. ${what}.`;
  return `**${name}** is ${isLowest ? "lowest" : "highest"} with ${value}. ${what}.`;
}

function largest(rows: readonly Row[], measure: Column): Row | undefined {
  return rows.reduce<Row | undefined>(
    (best, row) =>
      best === undefined || (figure(row, measure) ?? 0) > (figure(best, measure) ?? 0) ? row : best,
    undefined,
  );
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
