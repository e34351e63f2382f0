import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { callerOf, keyIsTaken } from "#domain/changes/idempotency.ts";
import type { ImportPreview } from "./check-opened.ts";
import { SILENT_AFTER_MS } from "./expire-imports.ts";
import type { ImportState } from "./import-record.ts";

/** The request that a file came with. */
export interface ImportRequest {
  readonly idempotencyKey: string;
  /** As of `hashOf`. */
  readonly hash: string;
}

interface Row {
  readonly id: string;
  readonly state: ImportState;
  readonly input_hash: string;
  readonly preview: ImportPreview | null;
  readonly touched_at: Date;
}

/**
 * The preview of the file that came with the same request before, where it is not forgotten.
 *
 * @throws Conflict when the key was used for another request, or its file is being checked right now.
 */
export function earlierImport(
  actor: Actor,
  { idempotencyKey, hash }: ImportRequest,
): Promise<ImportPreview | null> {
  return asActor(actor, async (sql) => {
    const [row] = await sql<Row[]>`
      select id, state, input_hash, preview, touched_at from store.imports
      where idempotency_caller = ${callerOf(actor)} and idempotency_key = ${idempotencyKey} for update`;
    if (!row) return null;
    if (row.input_hash !== hash) throw keyIsTaken();
    if (row.preview) return row.preview;
    if (row.touched_at.getTime() >= wallNow().getTime() - SILENT_AFTER_MS) throw beingChecked();
    await sql`delete from store.imports where id = ${row.id}`; // whoever checked it is gone
    return null;
  });
}

/** Of two that came at the same moment, the second one. */
export function beingChecked(): Conflict {
  return new Conflict("This request is being worked on already. Ask again in a moment.");
}
