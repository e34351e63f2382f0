import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";
import type { Kind } from "./columns.ts";
import { importFailure } from "./import-failure.ts";
import { type ImportPass, noCounts, removeCheck, saveCounts } from "./import-record.ts";
import { ImportRun, type ShownProblem } from "./import-run.ts";
import type { Differences } from "./loader.ts";
import type { OpenedImport } from "./open-import.ts";
import { type RunOptions, readThrough } from "./read-through.ts";

/** What loading a file would do, by the fleet as it is now. */
export interface ImportPreview {
  readonly importId: string;
  readonly fileName: string;
  readonly kind: Kind;
  /** `rows` = `added` + `changed` + `unchanged` + `bad` + `guarded`. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly bad: number;
  /** Rows that would change a protected SIM: left out unless a person confirms them. */
  readonly guarded?: number;
  readonly changedFields: Differences["fields"];
  readonly examples: Differences["examples"];
  readonly firstProblems: readonly ShownProblem[];
  readonly mapping: Readonly<Record<string, string>>;
  readonly unknownColumns: readonly string[];
  readonly notes: readonly string[];
  readonly elapsedMs: number;
}

/**
 * Reads an opened file whole and says what loading it would do; nothing of the fleet is written. Of a
 * check that fails nothing is left.
 */
export async function checkOpened(
  actor: Actor,
  opened: OpenedImport,
  pass: ImportPass,
  options: RunOptions,
): Promise<ImportPreview> {
  const { kind, fileName, loader, table } = opened;
  const run = new ImportRun(actor, pass, fileName, loader, noCounts(kind, table.header));
  try {
    const { elapsedMs } = await readThrough(opened, run, options);
    const { header: _, loaded: __, ...counts } = run.counts;
    const preview: ImportPreview = {
      importId: pass.importId,
      fileName,
      ...counts,
      changedFields: loader.differences.fields,
      examples: loader.differences.examples,
      firstProblems: run.firstProblems,
      mapping: loader.mapping,
      unknownColumns: loader.unknownColumns,
      notes: [...table.notes, ...loader.notes],
      elapsedMs,
    };
    await asActor(actor, async (sql) => {
      await saveCounts(sql, pass, run.counts);
      await sql`
        update store.imports set state = 'checked', preview = ${storable(preview)}::text::jsonb,
          protected_iccids = ${[...(loader.guardedIccids ?? [])]}
        where id = ${pass.importId}`;
    });
    return preview;
  } catch (error) {
    await removeCheck(actor, pass.importId);
    throw importFailure(error, "Nothing was loaded.");
  }
}
