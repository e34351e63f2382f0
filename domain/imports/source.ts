/** A row as the file has it, or a place in the file where no row could be read. */
export type SourceRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly problem: string; readonly raw: readonly string[] };

/** A file opened far enough to know its columns; its rows still stream. */
export interface Table {
  readonly format: "csv" | "json" | "xlsx";
  readonly header: readonly string[];
  /** Column → unit that the format fixes, where its cells carry none. */
  readonly units: ReadonlyMap<string, string>;
  /** In handfuls, so that a row costs no turn of the event loop. */
  readonly rows: AsyncIterable<readonly SourceRow[]>;
  /** Said to the person with the result. */
  readonly notes: readonly string[];
  /** Gives back what the format keeps outside of memory. */
  readonly close?: () => Promise<void>;
}
