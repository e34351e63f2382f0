import { dayNumber } from "../calendar.ts";
import { HeldRows } from "./held-rows.ts";
import { seriesRows } from "./series-rows.ts";

export interface HeldFile {
  readonly byId: Map<string, HeldRows>;
  /** Days are dates, or whole numbers that are given back as such. */
  readonly hasDates: boolean;
  /** Whether the file writes zeros: then a missing day is unknown, else it is a day without use. */
  readonly hasZeros: boolean;
  readonly rowsWithoutId: number;
}

/**
 * Reads a CSV with the columns `id`, `day` (a date, or a whole number) and `value` as it comes; 16 bytes a row are
 * kept, since the rows of an id may stand anywhere and intervals are learnt from all series.
 */
export async function holdSeries(file: string): Promise<HeldFile> {
  const byId = new Map<string, HeldRows>();
  let hasDates = true;
  let hasZeros = false;
  let rowsWithoutId = 0;
  for await (const { id, day, value } of seriesRows(file)) {
    if (id === "") {
      rowsWithoutId++;
      continue;
    }
    let rows = byId.get(id);
    if (!rows) {
      rows = new HeldRows();
      byId.set(id, rows);
    }
    const number = dayOf(day);
    rows.add(number, value);
    if (Number.isNaN(number)) continue;
    if (!day.includes("-")) hasDates = false;
    if (value === 0) hasZeros = true;
  }
  return { byId, hasDates, hasZeros, rowsWithoutId };
}

const dayOf = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : dayNumber(text));
