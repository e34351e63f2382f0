import { Invalid } from "#core/errors.ts";
import { type JsonValue, jsonValues } from "./json-values.ts";
import type { SourceRow, Table } from "./source.ts";
import { normalize } from "./spellings.ts";

type Json = Readonly<Record<string, unknown>>;

const STATS_HEADER = ["iccid", "date", "volume", "volume_rx", "volume_tx"];
const RECORD_HEADER = [
  "iccid",
  "id",
  "start_timestamp",
  "volume_rx",
  "volume_tx",
  "operator",
  "country",
  "traffic_type",
];
const MEGABYTES: ReadonlyMap<string, string> = new Map([
  ["volume", "MB"],
  ["volume_rx", "MB"],
  ["volume_tx", "MB"],
]);

/**
 * A JSON file opened as a table. It may hold 1NCE's usage of one SIM (`{ stats: […] }`, the ICCID beside
 * it or in the file's name), an array of such with their ICCIDs, usage records of 1NCE's Data Streamer,
 * or objects of SIMs. 1NCE writes volumes as decimal strings of MB.
 */
export async function openJson(text: AsyncIterable<string>, fileName: string): Promise<Table> {
  const values = jsonValues(text);
  const first = await values.next();
  if (first.done) throw new Invalid("The JSON file holds no objects.");
  const objects = flatten(first.value, values);
  const start = await objects.next();
  if (start.done) throw new Invalid("The JSON file holds no objects.");
  const sample = start.value.value;
  const rest = chain(start.value, objects);
  const iccidOfName = /(?<!\d)\d{19,20}(?!\d)/.exec(fileName)?.[0] ?? "";
  if ("stats" in sample) {
    if (iccidOf(sample) === "" && iccidOfName === "") {
      throw new Invalid(
        'The usage file does not say whose usage it is. Add "iccid" beside "stats", or put the ICCID in the file\'s name.',
      );
    }
    return table(STATS_HEADER, MEGABYTES, statsRows(rest, iccidOfName));
  }
  if (isObject(sample.volume)) return table(RECORD_HEADER, MEGABYTES, recordRows(rest));
  const header = Object.keys(sample);
  return table(header, new Map(), objectRows(rest, header));
}

function table(
  header: readonly string[],
  units: ReadonlyMap<string, string>,
  rows: AsyncIterable<readonly SourceRow[]>,
): Table {
  return { format: "json", header, units, rows, notes: [] };
}

type Located = { readonly line: number; readonly value: Json };

/** Elements of arrays one by one, those of a wrapper such as `{ "items": […] }`, and `{ ICCID: {…} }`. */
async function* flatten(first: JsonValue, rest: AsyncIterable<JsonValue>): AsyncGenerator<Located> {
  for await (const { line, value } of chain(first, rest)) {
    for (const item of unwrap(value)) yield { line, value: item };
  }
}

function unwrap(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(unwrap);
  if (!isObject(value)) throw new Invalid("The JSON file holds values that are no objects.");
  const entries = Object.entries(value);
  const byIccid = entries.length > 0 && entries.every(([key]) => /^\d{19,20}$/.test(key));
  if (byIccid) {
    return entries.flatMap(([iccid, inner]) =>
      Array.isArray(inner)
        ? [{ iccid, stats: inner }]
        : unwrap(inner).map((item) => ({ ...item, iccid })),
    );
  }
  const [only] = entries;
  const isWrapper = entries.length === 1 && only && only[0] !== "stats" && Array.isArray(only[1]);
  return isWrapper ? unwrap(only[1]) : [value];
}

async function* statsRows(
  objects: AsyncIterable<Located>,
  fallback: string,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const { line, value } of objects) {
    const iccid = iccidOf(value) || fallback;
    yield Array.isArray(value.stats)
      ? value.stats.flatMap((day: unknown) => dayRow(line, iccid, day))
      : [{ line, problem: 'The object has no list of days called "stats".', raw: [shown(value)] }];
  }
}

/** A day without data traffic has no row: it may hold SMS only. */
function dayRow(line: number, iccid: string, day: unknown): SourceRow[] {
  if (!isObject(day)) return [{ line, problem: "A day of usage is no object.", raw: [shown(day)] }];
  const { date, data } = day;
  if (!isObject(data)) return [];
  return [{ line, cells: [iccid, date, data.volume, data.volume_rx, data.volume_tx].map(cell) }];
}

async function* recordRows(objects: AsyncIterable<Located>): AsyncGenerator<readonly SourceRow[]> {
  for await (const { line, value } of objects) {
    const volume = isObject(value.volume) ? value.volume : {};
    const operator = isObject(value.operator) ? value.operator : {};
    const traffic = isObject(value.traffic_type)
      ? value.traffic_type.description
      : value.traffic_type;
    const cells = [
      iccidOf(value),
      value.id,
      value.start_timestamp ?? value.timestamp,
      volume.rx,
      volume.tx,
      operator.name ?? value.operator,
      isObject(operator.country) ? operator.country.name : value.country,
      traffic,
    ];
    yield [{ line, cells: cells.map(cell) }];
  }
}

async function* objectRows(
  objects: AsyncIterable<Located>,
  header: readonly string[],
): AsyncGenerator<readonly SourceRow[]> {
  for await (const { line, value } of objects)
    yield [{ line, cells: header.map((key) => cell(value[key])) }];
}

function iccidOf(value: Json): string {
  const key = Object.keys(value).find((name) => normalize(name) === "iccid");
  if (key) return cell(value[key]);
  return isObject(value.sim) ? cell(value.sim.iccid) : "";
}

/** Objects as cells: their name or description, as providers nest them. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cell).join(",");
  if (isObject(value)) return cell(value.name ?? value.description ?? "");
  return typeof value === "number" && !Number.isSafeInteger(value) && Number.isInteger(value)
    ? value.toExponential() // digits are lost already: an identifier that was written as a number
    : String(value);
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 500) ?? "";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function* chain<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}
