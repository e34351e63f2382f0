import type { Actor } from "#core/actor.ts";
import { log } from "#core/log.ts";
import { analyzeLoaded } from "#db/analyze.ts";
import { forgetGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import type { Kind } from "./columns.ts";
import { importFailure } from "./import-failure.ts";
import { finishImport, type ImportPass, noCounts } from "./import-record.ts";
import { ImportRun, type ShownProblem } from "./import-run.ts";
import type { OpenedImport } from "./open-import.ts";
import { type RunOptions, readThrough } from "./read-through.ts";

export interface ImportSummary {
  readonly importId: string;
  readonly fileName: string;
  readonly kind: Kind;
  /** `rows` = `loaded` + `unchanged` + `bad` + `guarded`, and `loaded` = `added` + `changed`. */
  readonly rows: number;
  readonly loaded: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly bad: number;
  /** Rows of protected SIMs, left out. */
  readonly guarded?: number;
  readonly firstProblems: readonly ShownProblem[];
  /** Field → the header that it was read from. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly unknownColumns: readonly string[];
  readonly notes: readonly string[];
  readonly elapsedMs: number;
}

const MANY_ROWS = 1000;

/**
 * Loads an opened file: good rows in batches, each committed by itself, bad rows put aside with line,
 * field and reason. Loading a file again changes nothing, so a run that broke off is completed by another.
 *
 * @param noteOn Something to be said with the result, by what it is.
 */
export async function loadOpened(
  actor: Actor,
  opened: OpenedImport,
  pass: ImportPass,
  { signal, onProgress }: RunOptions,
  noteOn: (summary: ImportSummary) => string | null = () => null,
): Promise<ImportSummary> {
  const { kind, fileName, loader, table } = opened;
  const run = new ImportRun(actor, pass, fileName, loader, noCounts(kind, table.header));
  try {
    const { elapsedMs } = await readThrough(opened, run, { signal, onProgress });
    const { header: _, ...counts } = run.counts;
    const summary: ImportSummary = {
      importId: pass.importId,
      fileName,
      ...counts,
      firstProblems: run.firstProblems,
      mapping: loader.mapping,
      unknownColumns: loader.unknownColumns,
      notes: [...table.notes, ...loader.notes],
      elapsedMs,
    };
    const note = noteOn(summary);
    const told = note === null ? summary : { ...summary, notes: [note, ...summary.notes] };
    await finishImport(actor, pass, run.counts, "done", told);
    if (summary.loaded >= MANY_ROWS) await refresh();
    return told;
  } catch (error) {
    const failure = importFailure(error, keptOf(run));
    const counts = { ...run.counts, error: failure.message };
    await finishImport(actor, pass, counts, signal?.aborted ? "cancelled" : "failed").catch(
      (late) =>
        log().error(
          { err: late, importId: pass.importId },
          "the end of an import was not recorded",
        ),
    );
    throw failure;
  } finally {
    forgetGazetteer(actor); // what was loaded is known to the next question
  }
}

/** What was loaded is loaded, whatever becomes of this. */
async function refresh(): Promise<void> {
  await analyzeLoaded().catch((error) => log().warn({ err: error }, "no statistics gathered"));
}

function keptOf({ counts: { loaded, unchanged } }: ImportRun): string {
  const rows = loaded + unchanged;
  return rows > 0
    ? `${rows} rows are loaded and kept; loading the whole file again completes it.`
    : "Nothing was loaded.";
}
