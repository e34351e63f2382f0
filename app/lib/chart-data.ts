import { BYTES_OF_UNIT } from "#core/bytes.ts";
import type { Column } from "#query/answer.ts";

/** More than this many lines or bars side by side cannot be told apart. */
export const MAX_SERIES = 6;
export const MAX_BARS = 15;

type Row = Readonly<Record<string, unknown>>;

export interface Series {
  /** Key in each point. */
  readonly key: string;
  readonly label: string;
}

export interface Point {
  readonly x: unknown;
  readonly values: Readonly<Record<string, number | null>>;
}

export interface Picture {
  readonly kind: ChartSpec["kind"];
  readonly xColumn: Column;
  readonly yColumn: Column;
  readonly points: readonly Point[];
  readonly series: readonly Series[];
  /** What the picture leaves out; the table has it. */
  readonly hidden: { readonly series: number; readonly points: number };
}

/** Names of columns: `x` along, `y` measured, `series` apart. */
export interface ChartSpec {
  readonly kind: "line" | "bar";
  readonly x: string;
  readonly y: readonly string[];
  readonly series?: string | undefined;
}

/** The part of an answer that a picture is made from. */
export interface Pictured {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** The rows as points of the chart; null where the chart names a column that is not there. */
export function pictureOf(answer: Pictured, chart: ChartSpec): Picture | null {
  const xColumn = answer.columns.find((column) => column.name === chart.x);
  const yColumn = answer.columns.find((column) => column.name === chart.y[0]);
  if (!xColumn || !yColumn || answer.rows.length === 0) return null;
  const all = chart.series
    ? bySeries(answer.rows, chart.x, yColumn.name, chart.series)
    : byMeasure(answer, chart);
  const series = all.series.slice(0, MAX_SERIES);
  const points = chart.kind === "bar" ? all.points.slice(0, MAX_BARS) : all.points;
  return {
    kind: chart.kind,
    xColumn,
    yColumn,
    points,
    series,
    hidden: {
      series: all.series.length - series.length,
      points: all.points.length - points.length,
    },
  };
}

function byMeasure({ columns, rows }: Pictured, chart: ChartSpec) {
  const series = chart.y.map((name) => ({
    key: name,
    label: columns.find((column) => column.name === name)?.label ?? name,
  }));
  const points = rows.map((row) => ({
    x: row[chart.x],
    values: Object.fromEntries(chart.y.map((name) => [name, toNumber(row[name])])),
  }));
  return { series, points };
}

/** One series per value of the series column, the largest first. */
function bySeries(rows: readonly Row[], x: string, y: string, seriesName: string) {
  const totals = new Map<string, number>();
  const pointOf = new Map<string, { x: unknown; values: Record<string, number | null> }>();
  for (const row of rows) {
    const key = String(row[seriesName] ?? "none");
    const value = toNumber(row[y]);
    totals.set(key, (totals.get(key) ?? 0) + Math.abs(value ?? 0));
    const point = pointOf.get(String(row[x])) ?? { x: row[x], values: {} };
    point.values[key] = value;
    pointOf.set(String(row[x]), point);
  }
  const series = [...totals].sort(([, a], [, b]) => b - a).map(([key]) => ({ key, label: key }));
  return { series, points: [...pointOf.values()] };
}

function toNumber(value: unknown): number | null {
  if (value === null || value === undefined || value === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Round tick values from 0 (or the lowest) to above the highest; bytes step in their own unit. */
export function niceTicks(low: number, high: number, isBytes: boolean, count = 5): number[] {
  const bottom = Math.min(0, low);
  const span = Math.max(high, 0) - bottom;
  if (span === 0) return [0, 1];
  const unit = isBytes ? byteUnitOf(span) : 1;
  const step = niceStep(span / unit / count) * unit;
  const first = Math.floor(bottom / step) * step;
  const steps = Math.ceil((Math.max(high, 0) - first) / step);
  return Array.from({ length: steps + 1 }, (_, index) => first + index * step);
}

function byteUnitOf(bytes: number): number {
  const units = Object.values(BYTES_OF_UNIT).toReversed();
  return units.find((size) => bytes >= size) ?? 1;
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const fraction = rough / power;
  const nice = [1, 2, 2.5, 5, 10].find((candidate) => fraction <= candidate) ?? 10;
  return nice * power;
}
