import type { Actor } from "#core/actor.ts";
import { formatBytes } from "#core/bytes.ts";
import { wallNow } from "#core/clock.ts";
import { Limited, SimonError } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { checkOpened, type ImportPreview } from "./check-opened.ts";
import { removeExpiredOf } from "./expire-imports.ts";
import { importFailure } from "./import-failure.ts";
import { type ImportPass, removeCheck, startCheck } from "./import-record.ts";
import { counted, type ImportInput, openImport, requireLoader } from "./open-import.ts";
import type { RunOptions } from "./read-through.ts";
import { saveBytes, stagedBytes } from "./staged-bytes.ts";

/** An uploaded file that can be read; `check` says what loading it would do. */
export interface StagedImport {
  readonly importId: string;
  check(options: RunOptions): Promise<ImportPreview>;
}

const STAGED_MAX_FILES = 200;
const STAGED_MAX_UPLOADS = 4;

/**
 * Takes in a file to be checked and, when a person wants it, loaded by `loadStaged`. It is kept for a day,
 * in the database, because another process may load it.
 *
 * @throws Forbidden without `sims:write`; TooLarge; Limited when too much waits already; Invalid for a
 * file that cannot be loaded at all, of which nothing is kept.
 */
export async function stageImport(actor: Actor, input: ImportInput): Promise<StagedImport> {
  await requireLoader(actor);
  await makeRoom(actor, input.maxBytes);
  const pass = await startCheck(actor, input.fileName, input.request);
  const { importId } = pass;
  try {
    const sizeBytes = await receive(actor, pass, input);
    const stream = stagedBytes(actor, importId);
    const opened = await openImport({ ...input, stream, sizeBytes });
    return {
      importId,
      check: (options) => checkOpened(actor, opened, pass, options),
    };
  } catch (error) {
    await removeCheck(actor, importId);
    throw error;
  }
}

async function receive(
  actor: Actor,
  { importId }: ImportPass,
  input: ImportInput,
): Promise<number> {
  const read = { bytes: 0 };
  try {
    await saveBytes(actor, importId, counted(input, read));
  } catch (error) {
    throw error instanceof SimonError ? error : importFailure(error, "Nothing was loaded.");
  }
  if (input.sizeBytes !== undefined && read.bytes < input.sizeBytes) {
    throw importFailure(new Error("the upload broke off"), "Nothing was loaded.");
  }
  await asActor(actor, async (sql) => {
    await sql`update store.imports set size_bytes = ${read.bytes} where id = ${importId}`;
  });
  return read.bytes;
}

/** Files that nobody loaded go after a day; more than some uploads of full size may not wait. */
async function makeRoom(actor: Actor, maxUploadBytes: number | undefined): Promise<void> {
  const waiting = await asActor(actor, async (sql) => {
    await removeExpiredOf(sql, wallNow());
    const [row] = await sql<{ files: number; bytes: number }[]>`
      select count(*) as files, coalesce(sum(size_bytes), 0) as bytes
      from store.imports where size_bytes is not null`;
    return row ?? { files: 0, bytes: 0 };
  });
  const maxBytes = STAGED_MAX_UPLOADS * (maxUploadBytes ?? Number.POSITIVE_INFINITY);
  if (waiting.files < STAGED_MAX_FILES && waiting.bytes < maxBytes) return;
  throw new Limited(
    `${waiting.files} files (${formatBytes(waiting.bytes)}) are checked and wait to be loaded. Load or discard some of them first; each is forgotten after a day.`,
  );
}
