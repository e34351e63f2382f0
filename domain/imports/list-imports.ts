import { type Actor, hasScope } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import type { ImportCounts, ImportState } from "./import-record.ts";

const LISTED = 10;

export interface ListedImport {
  readonly importId: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly kind: ImportCounts["kind"];
  readonly rows: number;
  readonly loaded: number;
  readonly unchanged: number;
  readonly bad: number;
  readonly createdBy: string;
  readonly createdAt: string;
}

/** The newest imports of the organisation, the one that runs now with how far it is. */
export async function listImports(actor: Actor): Promise<ListedImport[]> {
  if (!hasScope(actor, "sims:read")) {
    throw new Forbidden("You may not see imports: that needs the right to read SIMs (sims:read).");
  }
  const rows = await asActor(
    actor,
    (sql) => sql<Row[]>`
      select id, file_names, state, counts, created_by, created_at from store.imports
      order by created_at desc, id limit ${LISTED}`,
  );
  return rows.map(({ id, file_names, state, counts, created_by, created_at }) => ({
    importId: id,
    fileName: file_names.join(", "),
    state,
    kind: counts.kind,
    rows: counts.rows,
    loaded: counts.loaded,
    unchanged: counts.unchanged,
    bad: counts.bad,
    createdBy: created_by,
    createdAt: created_at.toISOString(),
  }));
}

interface Row {
  readonly id: string;
  readonly file_names: readonly string[];
  readonly state: ImportState;
  readonly counts: ImportCounts;
  readonly created_by: string;
  readonly created_at: Date;
}
