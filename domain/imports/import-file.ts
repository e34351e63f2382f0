import { type Actor, hasScope } from "#core/actor.ts";
import { formatBytes } from "#core/bytes.ts";
import { Forbidden, Internal, Invalid, SimonError, TooLarge, Upstream } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { forgetGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import { hasIccid, type Kind, kindOf } from "./columns.ts";
import { openCsv } from "./csv-table.ts";
import { decode } from "./decode.ts";
import { finishImport, type ImportState, startImport } from "./import-record.ts";
import { type ImportProgress, ImportRun, type ShownProblem } from "./import-run.ts";
import { openJson } from "./json-table.ts";
import type { Loader } from "./loader.ts";
import { peekText } from "./peek-text.ts";
import { simsLoader } from "./sims-loader.ts";
import type { SourceRow, Table } from "./source.ts";
import { usageLoader } from "./usage-loader.ts";

export interface ImportInput {
  /** `auto`: usage when the columns have a time and a volume, else SIMs. */
  readonly kind: Kind | "auto";
  readonly stream: AsyncIterable<Uint8Array>;
  readonly fileName: string;
  /** The size that was announced; a stream that ends before is an upload that broke off. */
  readonly sizeBytes?: number | undefined;
  readonly maxBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ImportSummary {
  readonly importId: string;
  readonly fileName: string;
  readonly kind: Kind;
  /** `rows` = `loaded` + `unchanged` + `bad`. */
  readonly rows: number;
  readonly loaded: number;
  readonly unchanged: number;
  readonly bad: number;
  readonly firstProblems: readonly ShownProblem[];
  /** Field → the header that it was read from. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly unknownColumns: readonly string[];
  readonly notes: readonly string[];
  readonly elapsedMs: number;
}

export interface OpenedImport {
  readonly kind: Kind;
  run(onProgress?: (progress: ImportProgress) => void): Promise<ImportSummary>;
}

/** `openImport` and its `run` in one. */
export async function importFile(
  actor: Actor,
  input: ImportInput & { readonly onProgress?: ((progress: ImportProgress) => void) | undefined },
): Promise<ImportSummary> {
  const opened = await openImport(actor, input);
  return opened.run(input.onProgress);
}

/**
 * Opens a file of SIMs or usage far enough to know whether it can be loaded; nothing is written yet.
 * `run` then loads it: good rows in batches, each committed by itself, bad rows put aside with line,
 * field and reason. Loading a file again changes nothing, so a run that broke off is completed by
 * another.
 *
 * @throws Forbidden without `sims:write`; TooLarge; Invalid for a file that is empty, not text, or
 * without the columns that its kind needs.
 */
export async function openImport(actor: Actor, input: ImportInput): Promise<OpenedImport> {
  if (!hasScope(actor, "sims:write")) {
    throw new Forbidden(
      "You may not load files here: that needs the right to change SIMs (sims:write).",
    );
  }
  const bytes = { count: 0 };
  const table = await openTable(counted(input, bytes), input.fileName);
  const { sample, rows } = await peekRows(table.rows);
  const kind = input.kind === "auto" ? kindOf(table.header) : input.kind;
  const loader: Loader<unknown> =
    kind === "sims"
      ? simsLoader(table.header, sample)
      : usageLoader(table.header, table.units, sample);
  return {
    kind,
    run: (onProgress) =>
      run(actor, input, { kind, table: { ...table, rows }, loader, bytes }, onProgress),
  };
}

async function openTable(bytes: AsyncIterable<Uint8Array>, fileName: string): Promise<Table> {
  const { head, all } = await peekText(await decode(bytes), 1024);
  const start = head.trimStart();
  if (start === "") throw new Invalid("The file is empty.");
  return start.startsWith("{") || start.startsWith("[")
    ? openJson(all, fileName)
    : openCsv(all, hasIccid);
}

async function run(
  actor: Actor,
  { fileName, sizeBytes, signal }: ImportInput,
  opened: { kind: Kind; table: Table; loader: Loader<unknown>; bytes: { count: number } },
  onProgress: ((progress: ImportProgress) => void) | undefined,
): Promise<ImportSummary> {
  const { kind, table, loader, bytes } = opened;
  const startedMs = performance.now();
  const nothing = { kind, rows: 0, loaded: 0, unchanged: 0, bad: 0, header: table.header };
  const importId = await startImport(actor, fileName, nothing);
  const work = new ImportRun(actor, importId, fileName, loader, nothing);
  const end = (state: ImportState, error?: string) =>
    finishImport(
      actor,
      importId,
      error === undefined ? work.counts : { ...work.counts, error },
      state,
    );
  try {
    for await (const rows of table.rows) {
      for (const row of rows) {
        signal?.throwIfAborted();
        work.add(row);
        if (!work.isFull) continue;
        await work.flush();
        onProgress?.(work.progress(bytes.count, sizeBytes, startedMs));
      }
    }
    if (sizeBytes !== undefined && bytes.count < sizeBytes) throw new Error("the upload broke off");
    await work.finish();
    await end("done");
  } catch (error) {
    const failure = failureOf(error, work.counts.loaded + work.counts.unchanged);
    await end(signal?.aborted ? "cancelled" : "failed", failure.message).catch((late) =>
      log().error({ err: late, importId }, "the end of an import was not recorded"),
    );
    throw failure;
  } finally {
    forgetGazetteer(actor); // what was loaded is known to the next question
  }
  onProgress?.(work.progress(bytes.count, sizeBytes, startedMs));
  const { header: _, ...counts } = work.counts;
  return {
    importId,
    fileName,
    ...counts,
    firstProblems: work.firstProblems,
    mapping: loader.mapping,
    unknownColumns: loader.unknownColumns,
    notes: [...table.notes, ...loader.notes],
    elapsedMs: Math.round(performance.now() - startedMs),
  };
}

/** What stopped a run, with what it leaves behind. */
function failureOf(error: unknown, keptRows: number): SimonError {
  const kept =
    keptRows > 0
      ? ` ${keptRows} rows are loaded and kept; loading the whole file again completes it.`
      : " Nothing was loaded.";
  if (error instanceof Upstream)
    return new Upstream(`The database stopped answering.${kept}`, { cause: error });
  if (error instanceof TooLarge) return new TooLarge(`${error.message}${kept}`, { cause: error });
  if (error instanceof Invalid) return new Invalid(`${error.message}${kept}`, { cause: error });
  if (error instanceof SimonError) {
    return new Internal(`Something went wrong on our side.${kept}`, { cause: error });
  }
  return new Invalid(`The upload broke off.${kept}`, { cause: error });
}

async function* counted(
  { stream, sizeBytes, maxBytes = Number.POSITIVE_INFINITY }: ImportInput,
  bytes: { count: number },
): AsyncGenerator<Uint8Array> {
  const tooLarge = () =>
    new TooLarge(`The file is larger than ${formatBytes(maxBytes)}, the most that is taken here.`);
  if (sizeBytes !== undefined && sizeBytes > maxBytes) throw tooLarge();
  for await (const chunk of stream) {
    bytes.count += chunk.length;
    if (bytes.count > maxBytes) throw tooLarge();
    yield chunk;
  }
}

const SAMPLE_ROWS = 500;

/** The first rows, by which a file shows how it writes dates and numbers, and all rows. */
async function peekRows(blocks: AsyncIterable<readonly SourceRow[]>): Promise<{
  sample: readonly (readonly string[])[];
  rows: AsyncIterable<readonly SourceRow[]>;
}> {
  const iterator = blocks[Symbol.asyncIterator]();
  const first: SourceRow[] = [];
  while (first.length < SAMPLE_ROWS) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(...next.value);
  }
  const sample = first.flatMap((row) => ("cells" in row ? [row.cells] : []));
  return { sample: sample.slice(0, SAMPLE_ROWS), rows: replayRows(first, iterator) };
}

async function* replayRows(
  first: readonly SourceRow[],
  iterator: AsyncIterator<readonly SourceRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  try {
    yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
