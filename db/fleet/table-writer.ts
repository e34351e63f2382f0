import type { Transaction } from "../database.ts";

/** Column name → Postgres type. A column of an array or JSON type takes its text form. */
export type Columns = Readonly<Record<string, string>>;
export type Cell = string | number | boolean | null;

const BATCH_ROWS = 10_000;

/**
 * Collects rows column by column and hands them to one statement in batches by `unnest`, the fastest
 * way that the embedded database allows (COPY over its socket blocks it for good).
 */
export class RowWriter {
  written = 0;
  readonly #statement: string;
  readonly #cells: string[][];

  /** `statement` gets a table expression of the typed rows, such as `(select …)`. */
  constructor(columns: Columns, statement: (rows: string) => string) {
    this.#statement = statement(rowsOf(columns));
    this.#cells = Object.keys(columns).map(() => []);
  }

  /** The cells in the order of the columns. */
  add(...row: readonly Cell[]): void {
    for (let i = 0; i < this.#cells.length; i++) this.#cells[i]?.push(encode(row[i] ?? null));
  }

  /** Rows that wait for `flush`. */
  get waiting(): number {
    return this.#cells[0]?.length ?? 0;
  }

  async flush(sql: Transaction): Promise<void> {
    const count = this.waiting;
    for (let from = 0; from < count; from += BATCH_ROWS) {
      const arrays = this.#cells.map(
        (cells) => `{${cells.slice(from, from + BATCH_ROWS).join(",")}}`,
      );
      await sql.unsafe(this.#statement, arrays, { prepare: true });
    }
    for (const cells of this.#cells) cells.length = 0;
    this.written += count;
  }
}

/** Inserts into a table of an organisation. `onConflict` is the clause for rows that are there. */
export function insertsInto(table: string, columns: Columns, onConflict = ""): RowWriter {
  const names = Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(", ");
  return new RowWriter(
    columns,
    (rows) =>
      `insert into ${table} as kept (organization_id, ${names}) ` +
      `select current_setting('app.organization_id'), ${names} from ${rows} as r ${onConflict}`,
  );
}

function rowsOf(columns: Columns): string {
  const entries = Object.entries(columns);
  const names = entries.map(([name]) => `"${name}"`).join(", ");
  const casts = entries.map(([name, type]) => `u."${name}"::${type} as "${name}"`).join(", ");
  const arrays = entries.map(([, type], i) => `$${i + 1}::text::${elementType(type)}[]`).join(", ");
  return `(select ${casts} from unnest(${arrays}) as u (${names}))`;
}

function elementType(type: string): string {
  return type.endsWith("[]") || type === "jsonb" ? "text" : type;
}

function encode(cell: Cell): string {
  if (cell === null) return "NULL";
  if (typeof cell !== "string") return String(cell);
  return /^[\w.:+-]+$/.test(cell) && cell.toUpperCase() !== "NULL" ? cell : quote(cell);
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** The text form of a text[] value. */
export function arrayText(values: readonly string[]): string {
  return `{${values.map(quote).join(",")}}`;
}

export function instant(ms: number): string;
export function instant(ms: number | null): string | null;
export function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
