import { type Actor, hasScope } from "#core/actor.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import { readAsActor } from "#db/guard.ts";
import type { ImportPreview } from "./check-opened.ts";
import type { Kind } from "./columns.ts";
import type { ImportCounts, ImportState } from "./import-record.ts";
import type { ImportSummary } from "./load-opened.ts";

export interface KnownImport {
  readonly importId: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly kind: Kind;
  readonly createdBy: string;
  /** Of the file while it is kept. */
  readonly sizeBytes: number | null;
  readonly expiresAt: string | null;
  readonly rows: number;
  /** Why it failed. */
  readonly error: string | null;
  readonly preview: ImportPreview | null;
  /** Once it is loaded. */
  readonly summary: ImportSummary | null;
}

/** @throws Forbidden without `sims:read`; NotFound when the actor's organisation has no such import. */
export async function findImport(actor: Actor, importId: string): Promise<KnownImport> {
  if (!hasScope(actor, "sims:read")) {
    throw new Forbidden("You may not see imports: that needs the right to read SIMs (sims:read).");
  }
  const [row] = await readAsActor(
    actor,
    (sql) => sql<Row[]>`
      select id, file_names, state, counts, created_by, size_bytes, expires_at, preview, result
      from store.imports where id = ${importId}`,
  );
  if (!row) {
    throw new NotFound(
      "There is no such file here, or nobody loaded it within a day. Choose it again.",
    );
  }
  return {
    importId: row.id,
    fileName: row.file_names.join(", "),
    state: row.state,
    kind: row.counts.kind,
    createdBy: row.created_by,
    sizeBytes: row.size_bytes,
    expiresAt: row.expires_at?.toISOString() ?? null,
    rows: row.counts.rows,
    error: row.counts.error ?? null,
    preview: row.preview,
    summary: row.result,
  };
}

interface Row {
  readonly id: string;
  readonly file_names: readonly string[];
  readonly state: ImportState;
  readonly counts: ImportCounts;
  readonly created_by: string;
  readonly size_bytes: number | null;
  readonly expires_at: Date | null;
  readonly preview: ImportPreview | null;
  readonly result: ImportSummary | null;
}
