import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { UsageError } from "./usage-error.ts";

export interface SeriesRow {
  readonly id: string;
  /** As written, the time of day cut off. */
  readonly day: string;
  /** NaN where the cell is empty or no number. */
  readonly value: number;
}

const COLUMNS = ["id", "day", "value"] as const;

/** The rows of a CSV file with the columns id, day and value, in the file's order; other columns are left alone. */
export async function* seriesRows(file: string): AsyncGenerator<SeriesRow> {
  const parser = parse({
    bom: true,
    delimiter: [",", ";", "\t"],
    relax_column_count: true,
    trim: true,
  });
  const source = createReadStream(file);
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let places: number[] | null = null;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (!places) {
        places = placesOf(cells);
        continue;
      }
      const [id = "", day = "", value = ""] = places.map((place) => cells[place]);
      yield { id, day: day.slice(0, 10), value: value === "" ? Number.NaN : Number(value) };
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
  if (!places) throw new UsageError(`${file} is empty.`);
}

function placesOf(header: readonly string[]): number[] {
  const names = header.map((name) => name.toLowerCase());
  return COLUMNS.map((column) => {
    const place = names.indexOf(column);
    if (place < 0) throw new UsageError(`The first line must name the column "${column}".`);
    return place;
  });
}
