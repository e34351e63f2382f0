import { z } from "zod";

/** How a column's values are read and shown. Bytes are raw bytes unless `unit` names another. */
export const ColumnKind = z.enum([
  "text",
  "iccid",
  "bytes",
  "number",
  "percent",
  "money",
  "day",
  "timestamp",
  "duration",
  "boolean",
  "list",
  "json",
]);
export type ColumnKind = z.infer<typeof ColumnKind>;

export const Column = z.object({
  name: z.string(),
  label: z.string(),
  kind: ColumnKind,
  /** `MB`, `hour`, `EUR` …; absent where the kind says it. */
  unit: z.string().optional(),
  /** Whether this column answers the question (a measure), rather than naming the row. */
  isMeasure: z.boolean(),
  /** Whether a list was narrowed to a range of it, or sorted by it. */
  isAsked: z.boolean().optional(),
});
export type Column = z.infer<typeof Column>;

export const Chart = z.object({
  kind: z.enum(["line", "bar"]),
  /** Names of columns. */
  x: z.string(),
  y: z.array(z.string()).min(1),
  series: z.string().optional(),
});
export type Chart = z.infer<typeof Chart>;

/** Which part of the query a chip speaks of: the n-th of its conditions, groups, orders. See `edit.ts`. */
export const ChipPart = z.object({
  of: z.enum(["where", "having", "groupBy", "orderBy", "limit"]),
  index: z.int().min(0),
});
export type ChipPart = z.infer<typeof ChipPart>;

/** What a question about the fleet gets: rows, what they mean, and where they came from. */
export const Answer = z.object({
  columns: z.array(Column),
  rows: z.array(z.record(z.string(), z.unknown())),
  /** All rows that the query has; `rows` holds at most 1,000 of them. */
  row_count: z.int(),
  sql: z.string(),
  /** One sentence: what was computed, over what, when. */
  interpretation: z.string(),
  /** The parts of the interpretation, for chips. */
  chips: z.array(
    z.object({
      kind: z.enum(["metric", "period", "filter", "group", "order"]),
      text: z.string(),
      part: ChipPart.optional(),
    }),
  ),
  /** Where there is no row: how many there would be without one of the conditions, most telling first. */
  loosened: z.array(z.object({ text: z.string(), part: ChipPart, row_count: z.int() })).optional(),
  /** The one SIM that was asked about, where there is none: "ICCID 8988…". */
  missing_sim: z.string().optional(),
  assumptions: z.array(z.string()),
  chart: Chart.nullable(),
  /** The instant the newest of the data is from. */
  as_of: z.string(),
  /** A sentence for each kind of data that should have been renewed by now. */
  stale: z.array(z.string()).optional(),
  zone: z.string(),
});
export type Answer = z.infer<typeof Answer>;
