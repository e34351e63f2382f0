import { type Actor, hasScope } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Kind } from "./columns.ts";
import type { Problem } from "./problem.ts";

export type ImportState = "running" | "done" | "failed" | "cancelled";

export interface ImportCounts {
  readonly kind: Kind;
  readonly rows: number;
  readonly loaded: number;
  readonly unchanged: number;
  readonly bad: number;
  /** The file's column names, above the bad rows that are given back. */
  readonly header: readonly string[];
  readonly error?: string;
}

export interface BadRow {
  readonly line: number;
  readonly problems: readonly Problem[];
  readonly cells: readonly string[];
}

const CELL_MAX_CHARS = 1000;

/** Writes that an import has begun, and who began it. */
export function startImport(actor: Actor, fileName: string, counts: ImportCounts): Promise<string> {
  return asActor(actor, async (sql) => {
    const [row] = await sql<{ id: string }[]>`
      insert into store.imports (created_by, file_names, counts, created_at)
      values (${actor.name}, ${[clean(fileName)]}::text[], ${asJson(counts)}::text::jsonb, ${wallNow()})
      returning id`;
    const importId = row?.id ?? "";
    await audit(sql, actor, importId, "import.start", {
      fileName: clean(fileName),
      kind: counts.kind,
    });
    return importId;
  });
}

/** Writes how an import ended. */
export function finishImport(
  actor: Actor,
  importId: string,
  counts: ImportCounts,
  state: ImportState,
): Promise<void> {
  return asActor(actor, async (sql) => {
    await saveCounts(sql, importId, counts, state);
    const { header: _, ...changes } = counts;
    await audit(sql, actor, importId, `import.${state}`, changes);
  });
}

export async function saveCounts(
  sql: Transaction,
  importId: string,
  counts: ImportCounts,
  state: ImportState = "running",
): Promise<void> {
  await sql`
    update store.imports
    set counts = ${asJson(counts)}::text::jsonb, state = ${state},
        finished_at = ${state === "running" ? null : wallNow()}
    where id = ${importId}`;
}

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
    select ${importId}, ${clean(fileName)}, line, field, value, reason, cells
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb)
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

function audit(
  sql: Transaction,
  actor: Actor,
  importId: string,
  action: string,
  changes: Record<string, unknown>,
): Promise<void> {
  return recordAudit(sql, actor, { action, resourceType: "import", resourceId: importId, changes });
}

function asJson(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === "string" ? clean(item) : item));
}

function shortSentence({ field, value, reason }: Problem): string {
  return `${field} "${value}" ${reason}`;
}

/** Postgres stores neither NUL nor half of a surrogate pair. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\uFFFD");
}
