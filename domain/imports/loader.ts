import type { Transaction } from "#db/database.ts";
import type { Problem } from "./problem.ts";

export interface Item<T> {
  readonly line: number;
  readonly cells: readonly string[];
  readonly value: T;
}

/** What became of rows, or would; those in neither count, not refused and not guarded are there as they were. */
export interface Outcome<T> {
  readonly added: number;
  readonly changed: number;
  readonly refused: readonly ItemProblem<T>[];
  /** Rows of protected SIMs that it would change, which nobody confirmed. */
  readonly guarded?: readonly ItemProblem<T>[];
}

export interface ItemProblem<T> {
  readonly item: Item<T>;
  readonly problem: Problem;
}

/** How the rows of one kind of file are read, checked and loaded. */
export interface Loader<T> {
  /** Column → field, as the person is told. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly unknownColumns: readonly string[];
  readonly notes: readonly string[];
  read(line: number, cells: readonly string[]): { value: T } | { problems: readonly Problem[] };
  /** What `load` would do, without writing anything. */
  check(sql: Transaction, items: readonly Item<T>[]): Promise<Outcome<T>>;
  load(sql: Transaction, items: readonly Item<T>[], importId: string): Promise<Outcome<T>>;
  /** What follows from all rows together, after the last one was loaded. */
  finish(sql: Transaction): Promise<void>;
  /** Protected SIMs that `check` has found to be changed so far. */
  readonly guardedIccids?: readonly string[];
  /** What `check` has found to differ so far. */
  readonly differences: Differences;
}

export interface Differences {
  /** In how many rows each field would change. */
  readonly fields: readonly { readonly field: string; readonly rows: number }[];
  /** The first rows that would change. */
  readonly examples: readonly ChangedRow[];
}

export interface ChangedRow {
  readonly iccid: string;
  readonly label: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

/** Field → the header that it was read from. */
export function namesOf(columns: ReadonlyMap<string, { name: string }>): Record<string, string> {
  return Object.fromEntries([...columns].map(([field, column]) => [field, column.name]));
}
