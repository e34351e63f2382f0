import { Readable } from "node:stream";
import { type Actor, hasScope } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { csvStream } from "#core/csv.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import { xlsxStream } from "#core/xlsx.ts";
import { readAsActor } from "#db/guard.ts";
import { SIM_COLUMNS, type Sim } from "#domain/sims/sim.ts";
import { validate } from "#query/validate.ts";
import { type ExportFormat, exportName } from "./create-export.ts";
import { ExportChoice } from "./export-choice.ts";
import { simsInPages } from "./sims-in-pages.ts";

export interface OpenedExport {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: ReadableStream<Uint8Array>;
}

const INSTANTS: ReadonlySet<keyof Sim> = new Set([
  "activated_at",
  "deactivated_at",
  "last_seen_at",
  "created_at",
]);

/**
 * The file of an export, made while it is read: its size does not matter to the memory.
 *
 * @throws Forbidden without `sims:read`, or for a query that asks for more than the actor may see; NotFound when the organisation has no such export (any more).
 */
export async function openExport(actor: Actor, id: string): Promise<OpenedExport> {
  if (!hasScope(actor, "sims:read")) {
    throw new Forbidden("You may not export SIMs: that needs the right to read them (sims:read).");
  }
  const [found] = await readAsActor(
    actor,
    (sql) => sql<{ format: ExportFormat; chosen: unknown }[]>`
      select format, chosen from store.exports where id = ${id} and expires_at > ${wallNow()}`,
  );
  if (!found) throw new NotFound("This export is gone after a day, or never was. Export again.");
  const choice = ExportChoice.parse(found.chosen);
  if ("query" in choice) validate(choice.query, { scopes: actor.scopes }); // before the first byte
  const pages = simsInPages(actor, choice);
  const fileName = exportName(found.format);
  return found.format === "csv"
    ? { fileName, contentType: "text/csv; charset=utf-8", body: asCsv(pages) }
    : {
        fileName,
        contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        body: asXlsx(pages),
      };
}

function asCsv(pages: AsyncIterable<readonly Sim[]>): ReadableStream<Uint8Array> {
  const rows = rowsOf(pages, (value) => textOf(value));
  return Readable.toWeb(csvStream(SIM_COLUMNS, rows)) as ReadableStream<Uint8Array>;
}

function asXlsx(pages: AsyncIterable<readonly Sim[]>): ReadableStream<Uint8Array> {
  const columns = SIM_COLUMNS.map((header) => ({
    header,
    kind: INSTANTS.has(header) ? ("instant" as const) : ("text" as const),
  }));
  const rows = rowsOf(pages, (value, column) =>
    INSTANTS.has(column) && typeof value === "string" ? new Date(value) : textOf(value),
  );
  return xlsxStream("SIMs", columns, rows);
}

async function* rowsOf<T>(
  pages: AsyncIterable<readonly Sim[]>,
  cell: (value: Sim[keyof Sim], column: keyof Sim) => T,
): AsyncGenerator<T[]> {
  for await (const sims of pages)
    for (const sim of sims) yield SIM_COLUMNS.map((column) => cell(sim[column], column));
}

/** Tags as a file of SIMs is read. */
function textOf(value: Sim[keyof Sim]): string | null {
  return Array.isArray(value) ? value.join(";") : (value as string | null);
}
