import type { Transaction } from "#db/database.ts";
import type { Problem } from "./problem.ts";

export interface Item<T> {
  readonly line: number;
  readonly cells: readonly string[];
  readonly value: T;
}

export interface Loaded<T> {
  /** Rows that changed the fleet. */
  readonly loaded: number;
  readonly refused: readonly { readonly item: Item<T>; readonly problem: Problem }[];
}

/** How the rows of one kind of file are read and loaded. */
export interface Loader<T> {
  /** Column → field, as the person is told. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly unknownColumns: readonly string[];
  readonly notes: readonly string[];
  read(line: number, cells: readonly string[]): { value: T } | { problems: readonly Problem[] };
  load(sql: Transaction, items: readonly Item<T>[]): Promise<Loaded<T>>;
  /** What follows from all rows together, after the last one. */
  finish(sql: Transaction): Promise<void>;
}

/** Field → the header that it was read from. */
export function namesOf(columns: ReadonlyMap<string, { name: string }>): Record<string, string> {
  return Object.fromEntries([...columns].map(([field, column]) => [field, column.name]));
}
