import type { Actor } from "#core/actor.ts";
import { checkOpened, type ImportPreview } from "./check-opened.ts";
import { noCounts, startCheck, startImport } from "./import-record.ts";
import { type ImportSummary, loadOpened } from "./load-opened.ts";
import { type ImportInput, type OpenedImport, openImport, requireLoader } from "./open-import.ts";
import type { RunOptions } from "./read-through.ts";

/**
 * Loads a file of SIMs or usage straight from its stream, without a preview: for whoever has decided
 * already, as a person at the console: protected SIMs are changed like any other.
 *
 * @throws Forbidden without `sims:write`; TooLarge; Invalid for a file that cannot be loaded at all.
 */
export async function importFile(
  actor: Actor,
  input: ImportInput & RunOptions,
): Promise<ImportSummary> {
  await requireLoader(actor);
  const opened = await openImport({ mayChange: "any", ...input });
  const counts = noCounts(opened.kind, opened.table.header);
  const pass = await orClose(opened, startImport(actor, input.fileName, counts));
  return loadOpened(actor, opened, pass, input);
}

/** As `importFile`, only to say what it would do. The preview and its bad rows are kept for a day. */
export async function checkFile(
  actor: Actor,
  input: ImportInput & RunOptions,
): Promise<ImportPreview> {
  await requireLoader(actor);
  const opened = await openImport({ mayChange: "any", ...input });
  const pass = await orClose(opened, startCheck(actor, input.fileName));
  return checkOpened(actor, opened, pass, input);
}

async function orClose<T>({ table }: OpenedImport, started: Promise<T>): Promise<T> {
  try {
    return await started;
  } catch (error) {
    await table.close?.();
    throw error;
  }
}
