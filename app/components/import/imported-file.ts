import type { ImportPreview } from "#domain/imports/check-opened.ts";
import type { ImportProgress } from "#domain/imports/import-run.ts";
import type { ImportSummary } from "#domain/imports/load-opened.ts";

/** Nothing of the fleet is written before `loading`. */
export type FileState =
  | { readonly phase: "waiting" }
  | { readonly phase: "sending"; readonly share: number }
  | { readonly phase: "checking"; readonly progress: ImportProgress | null }
  | { readonly phase: "checked"; readonly preview: ImportPreview }
  | {
      readonly phase: "loading";
      readonly preview: ImportPreview;
      readonly progress: ImportProgress | null;
    }
  | { readonly phase: "done"; readonly result: ImportSummary }
  | {
      readonly phase: "failed" | "stopped";
      readonly message: string;
      /** Of a load that can be gone on with. */
      readonly preview?: ImportPreview;
    };

export interface ImportedFile {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** Absent for one that was uploaded before this page was opened. */
  readonly file: File | null;
  /** Usage is checked by the SIMs that the fleet has, so it comes after them. */
  readonly isUsage: boolean;
  readonly state: FileState;
}

export function isAtWork({ state: { phase } }: ImportedFile): boolean {
  return phase === "sending" || phase === "checking" || phase === "loading";
}

/** A list of SIMs that may still be loaded. */
export function isListToCome({ isUsage, state }: ImportedFile): boolean {
  if (isUsage || state.phase === "done" || state.phase === "failed") return false;
  return state.phase !== "checked" || state.preview.added + state.preview.changed > 0;
}
