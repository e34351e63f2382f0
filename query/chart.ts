import type { Answer, Chart, Column } from "./answer.ts";
import type { Query } from "./query.ts";

const MAX_BARS = 30;
const MAX_SERIES = 12;
const GRAINS_OF_TIME = ["hour", "day", "week", "month", "quarter", "year"];

/** A line for time, bars for a ranking, nothing where the rows say it better. */
export function chartFor(
  query: Query,
  columns: readonly Column[],
  rows: Answer["rows"],
): Chart | null {
  const groups = query.groupBy ?? [];
  const measures = columns.filter((column) => column.isMeasure && isDrawable(column));
  const [first] = measures;
  if (groups.length === 0 || !first || rows.length < 2) return null;
  const y = measures.filter(({ kind, unit }) => kind === first.kind && unit === first.unit);
  const names = y.map((column) => column.name);
  const keys = columns.filter((column) => !column.isMeasure);
  const times = groups.filter(({ grain }) => grain && GRAINS_OF_TIME.includes(grain));
  if (times.length === 1) {
    const x = keys.find(({ kind }) => kind === "day" || kind === "timestamp");
    const others = keys.filter((key) => key !== x);
    if (!x || others.length > 1) return null;
    return lineChart(x.name, names, others[0]?.name, rows);
  }
  const [x] = keys;
  const isOneGroup = groups.length === 1 && times.length === 0;
  if (!x || !isOneGroup || rows.length > MAX_BARS) return null;
  return { kind: "bar", x: x.name, y: names };
}

function lineChart(
  x: string,
  y: string[],
  series: string | undefined,
  rows: Answer["rows"],
): Chart | null {
  if (!series) return { kind: "line", x, y };
  const lines = new Set(rows.map((row) => row[series]));
  const isReadable = lines.size <= MAX_SERIES;
  return isReadable ? { kind: "line", x, y: y.slice(0, 1), series } : null;
}

function isDrawable({ kind }: Column): boolean {
  return ["number", "bytes", "percent", "money", "duration"].includes(kind);
}
