import { type Actor, hasScope } from "#core/actor.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { storable, storableText } from "#db/storable.ts";
import type { ImportCounts } from "./import-record.ts";
import type { Problem } from "./problem.ts";

export interface BadRow {
  readonly line: number;
  readonly problems: readonly Problem[];
  readonly cells: readonly string[];
}

const CELL_MAX_CHARS = 1000;

export async function saveBadRows(
  sql: Transaction,
  importId: string,
  fileName: string,
  bad: readonly BadRow[],
): Promise<void> {
  if (bad.length === 0) return;
  const rows = bad.map(({ line, problems: [first, ...others], cells }) => ({
    line,
    field: first?.field ?? null,
    value: first?.value ?? "",
    reason: [first?.reason ?? "", ...others.map(shortSentence)].filter(Boolean).join("; "),
    cells: cells.map((cell) => cell.slice(0, CELL_MAX_CHARS)),
  }));
  await sql`
    insert into store.import_errors (import_id, file_name, line, field, value, reason, cells)
    select ${importId}, ${storableText(fileName)}, line, field, value, reason, cells
    from jsonb_to_recordset(${storable(rows)}::text::jsonb)
      as r (line bigint, field text, value text, reason text, cells text[])
    order by line`;
}

const ERRORS_PAGE = 2000;

/**
 * The bad rows of an import as a table: line, field, value, reason, then the row as the file had it.
 *
 * @throws Forbidden without `sims:read`; NotFound when the actor's organisation has no such import.
 */
export async function badRowsOf(
  actor: Actor,
  importId: string,
): Promise<{ columns: readonly string[]; rows: AsyncIterable<readonly unknown[]> }> {
  if (!hasScope(actor, "sims:read")) {
    throw new Forbidden(
      "You may not see rows of SIMs: that needs the right to read them (sims:read).",
    );
  }
  const [found] = await asActor(
    actor,
    (sql) => sql<{ counts: ImportCounts }[]>`
      select counts from store.imports where id = ${importId}`,
  );
  if (!found) throw new NotFound("There is no such import in this organisation.");
  return {
    columns: ["line", "field", "value", "reason", ...found.counts.header],
    rows: pages(actor, importId),
  };
}

async function* pages(actor: Actor, importId: string): AsyncGenerator<readonly unknown[]> {
  for (let after = 0; ; ) {
    const page = await asActor(
      actor,
      (sql) => sql<ErrorRow[]>`
        select id, line, field, value, reason, cells from store.import_errors
        where import_id = ${importId} and id > ${after} order by id limit ${ERRORS_PAGE}`,
    );
    for (const row of page) {
      yield [row.line, row.field, row.value, row.reason, ...(row.cells ?? [])];
    }
    const last = page.at(-1);
    if (!last || page.length < ERRORS_PAGE) return;
    after = last.id;
  }
}

interface ErrorRow {
  readonly id: number;
  readonly line: number;
  readonly field: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly cells: readonly string[] | null;
}

function shortSentence({ field, value, reason }: Problem): string {
  return `${field} "${value}" ${reason}`;
}
