import type { Answer, Column } from "#query/answer.ts";
import { isList } from "#query/mode.ts";
import type { Measure, Query } from "#query/query.ts";
import { figure, nameOf, type Row, rounded, show } from "./figures.ts";

/** A robust z-score above which a value of a series stands out (Iglewicz and Hoaglin 1993). */
const OUTLIER_SCORE = 3.5;
const MAD_TO_SIGMA = 0.6745;
const MIN_SERIES = 5;
const MIN_GROUPS = 3;

/** What stands out in the rows of an answer, each a sentence; computed from these rows and nothing else. */
export function findings(query: Query, answer: Answer): string[] {
  const isWhole = answer.rows.length === answer.row_count;
  if (!isWhole) return [];
  if (isList(query)) return found(largestPart(answer));
  const [measure] = answer.columns.filter((column) => column.isMeasure);
  const names = answer.columns.filter((column) => !column.isMeasure);
  if (!measure || !query.groupBy?.length || answer.rows.length < 2) return [];
  const [group] = query.groupBy;
  if (query.groupBy.length === 1 && group?.grain && isCalendar(group.grain))
    return [
      ...found(change(answer.rows, measure, names)),
      ...found(outlier(answer.rows, measure, names)),
    ];
  return query.limit === undefined && isAdditive(query.measures?.[0]?.measure)
    ? found(share(answer.rows, measure, names))
    : [];
}

function isCalendar(grain: string): boolean {
  return grain !== "weekday" && grain !== "hour_of_day";
}

/** Whether the groups' values add up to the whole. */
function isAdditive(measure: Measure | undefined): boolean {
  return measure !== undefined && "agg" in measure && !("over" in measure)
    ? (measure.agg === "sum" || measure.agg === "count") && !measure.per
    : false;
}

/** "22 of them are VoltCharge.": where one customer has at least a third of a list. */
function largestPart({ rows, columns }: Answer): string | null {
  if (rows.length < 4 || !columns.some((column) => column.name === "customer")) return null;
  const counts = new Map<string, number>();
  for (const { customer } of rows)
    if (typeof customer === "string") counts.set(customer, (counts.get(customer) ?? 0) + 1);
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!top || top[1] * 3 < rows.length || counts.size < 2) return null;
  return `${top[1].toLocaleString("en-GB")} of them are ${top[0]}.`;
}

/** The largest group's part of the whole, and the smallest group. */
function share(rows: readonly Row[], measure: Column, names: readonly Column[]): string | null {
  const values = rows.map((row) => ({ row, value: figure(row, measure) ?? 0 }));
  const total = values.reduce((sum, { value }) => sum + value, 0);
  if (rows.length < MIN_GROUPS || total <= 0 || values.some(({ value }) => value < 0)) return null;
  const sorted = values.toSorted((a, b) => b.value - a.value);
  const [top, least] = [sorted[0], sorted.at(-1)];
  if (!top || !least || top.value === least.value) return null;
  const percent = rounded(Math.round((100 * top.value) / total));
  return `That is ${percent} % of ${show(total, measure)} in all; ${nameOf(least.row, names)} is lowest with ${show(least.value, measure)}.`;
}

/** From the first to the last of a series. */
function change(rows: readonly Row[], measure: Column, names: readonly Column[]): string | null {
  const ordered = inTime(rows, names);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last || ordered.length < 2) return null;
  const [a, b] = [figure(first, measure), figure(last, measure)];
  if (a === null || b === null) return null;
  const way = b > a ? `+${rounded((100 * (b - a)) / a)}` : `−${rounded((100 * (a - b)) / a)}`;
  const percent = a === 0 ? "" : a === b ? " (no change)" : ` (${way} %)`;
  return `It goes from ${show(a, measure)}, ${nameOf(first, names)}, to ${show(b, measure)}, ${nameOf(last, names)}${percent}.`;
}

/** The value of a series that is farthest from its median, where it is far. */
function outlier(rows: readonly Row[], measure: Column, names: readonly Column[]): string | null {
  const values = rows.flatMap((row) => {
    const value = figure(row, measure);
    return value === null ? [] : [{ row, value }];
  });
  if (values.length < MIN_SERIES) return null;
  const middle = median(values.map(({ value }) => value));
  const spread = median(values.map(({ value }) => Math.abs(value - middle)));
  if (spread === 0) return null;
  const scored = values.map((one) => ({
    ...one,
    score: (MAD_TO_SIGMA * Math.abs(one.value - middle)) / spread,
  }));
  const far = scored.reduce((best, one) => (one.score > best.score ? one : best));
  if (far.score < OUTLIER_SCORE) return null;
  return `${nameOf(far.row, names)} stands out with ${show(far.value, measure)} against a median of ${show(middle, measure)}.`;
}

function inTime(rows: readonly Row[], names: readonly Column[]): Row[] {
  const [time] = names;
  if (!time) return [];
  return rows.toSorted((a, b) => String(a[time.name]).localeCompare(String(b[time.name])));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half] ?? 0, sorted[half] ?? 0];
  return (low + high) / 2;
}

function found(sentence: string | null): string[] {
  return sentence === null ? [] : [sentence];
}
