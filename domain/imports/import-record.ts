import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict } from "#core/errors.ts";
import { log } from "#core/log.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { storable, storableText } from "#db/storable.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { callerOf } from "#domain/changes/idempotency.ts";
import type { Kind } from "./columns.ts";
import type { ImportRequest } from "./earlier-import.ts";

/** `checking` and `checked`: nothing of the fleet has been written. */
export type ImportState = "checking" | "checked" | "running" | "done" | "failed" | "cancelled";

/** What became of the rows, or, of a file that is checked, what would. */
export interface ImportCounts {
  readonly kind: Kind;
  readonly rows: number;
  /** `added` + `changed`. */
  readonly loaded: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly bad: number;
  /** Rows of protected SIMs, left out; absent where there are none. */
  readonly guarded?: number;
  /** The file's column names, above the bad rows that are given back. */
  readonly header: readonly string[];
  readonly error?: string;
}

/** One pass over a file. Of several loads of one file only the newest may write. */
export interface ImportPass {
  readonly importId: string;
  readonly attempt: number;
  readonly state: "checking" | "running";
}

const EXPIRES_AFTER_MS = 24 * 60 * 60 * 1000;

export function noCounts(kind: Kind, header: readonly string[]): ImportCounts {
  return { kind, rows: 0, loaded: 0, added: 0, changed: 0, unchanged: 0, bad: 0, header };
}

/** Writes that a file is being checked; what is not loaded within a day is forgotten. */
export function startCheck(
  actor: Actor,
  fileName: string,
  request?: ImportRequest,
): Promise<ImportPass> {
  return asActor(actor, async (sql) => {
    const nowMs = wallNow().getTime();
    const [row] = await sql<{ id: string }[]>`
      insert into store.imports
        (created_by, file_names, counts, state, created_at, touched_at, expires_at,
         idempotency_caller, idempotency_key, input_hash)
      values (${actor.name}, ${[storableText(fileName)]}::text[],
        ${storable(noCounts("sims", []))}::text::jsonb, 'checking', ${new Date(nowMs)},
        ${new Date(nowMs)}, ${new Date(nowMs + EXPIRES_AFTER_MS)},
        ${request ? callerOf(actor) : null}, ${request?.idempotencyKey ?? null}, ${request?.hash ?? null})
      returning id`;
    return { importId: row?.id ?? "", attempt: 0, state: "checking" };
  });
}

/** Writes that an import has begun, and who began it. */
export function startImport(
  actor: Actor,
  fileName: string,
  counts: ImportCounts,
): Promise<ImportPass> {
  return asActor(actor, async (sql) => {
    const now = wallNow();
    const [row] = await sql<{ id: string }[]>`
      insert into store.imports (created_by, file_names, counts, created_at, touched_at)
      values (${actor.name}, ${[storableText(fileName)]}::text[], ${storable(counts)}::text::jsonb,
        ${now}, ${now})
      returning id`;
    const importId = row?.id ?? "";
    await auditStart(sql, actor, importId, fileName, counts.kind);
    return { importId, attempt: 0, state: "running" };
  });
}

export function auditStart(
  sql: Transaction,
  actor: Actor,
  importId: string,
  fileName: string,
  kind: Kind,
  { isProtectedConfirmed = false } = {},
): Promise<void> {
  const changes = {
    fileName: storableText(fileName),
    kind,
    ...(isProtectedConfirmed ? { protectedConfirmed: true } : {}),
  };
  return recordAudit(sql, actor, {
    action: "import.start",
    resourceType: "import",
    resourceId: importId,
    changes,
  });
}

/** @throws Conflict when the pass is not the newest one any more: its transaction must not stay. */
export async function saveCounts(
  sql: Transaction,
  { importId, attempt, state }: ImportPass,
  counts: ImportCounts,
): Promise<void> {
  const updated = await sql`
    update store.imports set counts = ${storable(counts)}::text::jsonb, touched_at = ${wallNow()}
    where id = ${importId} and attempt = ${attempt} and state = ${state}`;
  if (updated.count === 0) {
    throw new Conflict("This file was discarded, or another load of it has taken over.");
  }
}

/** Writes how a load ended. A file that is loaded whole is not kept any longer. */
export function finishImport(
  actor: Actor,
  pass: ImportPass,
  counts: ImportCounts,
  state: "done" | "failed" | "cancelled",
  result?: unknown,
): Promise<void> {
  return asActor(actor, async (sql) => {
    await saveCounts(sql, pass, counts);
    await sql`
      update store.imports
      set state = ${state}, finished_at = ${wallNow()},
          result = ${result === undefined ? null : storable(result)}::text::jsonb
      where id = ${pass.importId}`;
    if (state === "done") await forgetFile(sql, pass.importId);
    const { header: _, ...changes } = counts;
    await recordAudit(sql, actor, {
      action: `import.${state}`,
      resourceType: "import",
      resourceId: pass.importId,
      changes,
    });
  });
}

/** Deletes the kept file of an import; what is known of the import stays. */
export async function forgetFile(sql: Transaction, importId: string): Promise<void> {
  await sql`delete from store.import_chunks where import_id = ${importId}`;
  await sql`update store.imports set size_bytes = null, expires_at = null where id = ${importId}`;
}

/** Deletes a check that failed. Should that fail too, it expires by itself. */
export async function removeCheck(actor: Actor, importId: string): Promise<void> {
  try {
    await asActor(actor, async (sql) => {
      await sql`delete from store.imports where id = ${importId} and state = 'checking'`;
    });
  } catch (error) {
    log().warn({ err: error, importId }, "a check that failed was not removed");
  }
}
