import { dayNumber, dayOfNumber } from "../calendar.ts";
import { HeldRows } from "./held-rows.ts";
import { seriesRows } from "./series-rows.ts";

export interface FileSeries {
  readonly id: string;
  readonly firstDay: string;
  readonly values: Float64Array;
  /** What was wrong with its rows, a sentence each. */
  readonly notes: readonly string[];
}

export interface FileFacts {
  readonly rows: number;
  /** Whether the rows of each id stand together, so that one series at a time is held. */
  readonly isGrouped: boolean;
  /** Whether the file writes zeros: then a missing day is unknown, else it is a day without traffic. */
  readonly hasZeros: boolean;
  readonly lastDay: number;
}

/** More days than this between the first and the last is a wrong date, not a long history. */
const MOST_DAYS = 20_000;

export async function factsOf(file: string): Promise<FileFacts> {
  const seen = new Set<string>();
  let current: string | null = null;
  let rows = 0;
  let isGrouped = true;
  let hasZeros = false;
  let lastDay = Number.NEGATIVE_INFINITY;
  for await (const { id, day, value } of seriesRows(file)) {
    rows++;
    if (id !== current) {
      if (seen.has(id)) isGrouped = false;
      seen.add(id);
      current = id;
    }
    if (value === 0) hasZeros = true;
    const number = dayNumber(day);
    if (number > lastDay) lastDay = number;
  }
  return { rows, isGrouped, hasZeros, lastDay };
}

/** The series of a file one after the other. In a file whose ids are mixed, all are held. */
export async function* readSeries(file: string, facts: FileFacts): AsyncGenerator<FileSeries> {
  const open = new Map<string, HeldRows>();
  let current: string | null = null;
  for await (const row of seriesRows(file)) {
    if (facts.isGrouped && current !== null && row.id !== current) {
      const done = open.get(current);
      if (done) yield toSeries(current, done, facts);
      open.delete(current);
    }
    current = row.id;
    const rows = open.get(row.id) ?? new HeldRows();
    open.set(row.id, rows);
    rows.add(dayNumber(row.day), row.value);
  }
  for (const [id, rows] of open) yield toSeries(id, rows, facts);
}

function toSeries(id: string, rows: HeldRows, facts: FileFacts): FileSeries {
  const { days, values } = rows;
  const notes = rows.notes();
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const newest = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  // Where no zero is written, a device that stopped has no more rows.
  const last = facts.hasZeros ? newest : Math.max(newest, facts.lastDay);
  if (days.length === 0) return { id, firstDay: "1970-01-01", values: new Float64Array(0), notes };
  if (last - first >= MOST_DAYS) {
    notes.push(
      `Its days reach from ${dayOfNumber(first)} to ${dayOfNumber(last)}, which cannot be.`,
    );
    return { id, firstDay: dayOfNumber(first), values: new Float64Array(0), notes };
  }
  const dense = new Float64Array(last - first + 1).fill(facts.hasZeros ? Number.NaN : 0);
  const isSet = new Uint8Array(dense.length);
  let differing = 0;
  days.forEach((day, i) => {
    const at = day - first;
    if (isSet[at] === 1 && dense[at] !== values[i]) differing++;
    isSet[at] = 1;
    dense[at] = values[i] ?? Number.NaN;
  });
  if (differing > 0) {
    notes.push(
      `${differing} ${differing === 1 ? "day" : "days"} had two different values; the later row was taken.`,
    );
  }
  return { id, firstDay: dayOfNumber(first), values: dense, notes };
}
