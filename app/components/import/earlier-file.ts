import { getJson } from "#app/lib/api.ts";
import type { KnownImport } from "#domain/imports/find-import.ts";
import type { FileState, ImportedFile } from "./imported-file.ts";

/** A file that was uploaded before, by a program or in another tab, as it is now. */
export async function earlierFile(importId: string): Promise<ImportedFile> {
  const one = { id: importId, name: "The file", sizeBytes: 0, file: null, isUsage: false };
  try {
    const known = await getJson<KnownImport>(`/api/imports/${encodeURIComponent(importId)}`);
    const { fileName, sizeBytes, kind } = known;
    return {
      ...one,
      name: fileName,
      sizeBytes: sizeBytes ?? 0,
      isUsage: kind === "usage",
      state: stateOf(known),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...one, state: { phase: "failed", message } };
  }
}

function stateOf({ state, preview, summary, error, sizeBytes }: KnownImport): FileState {
  if (summary) return { phase: "done", result: summary };
  if (state === "checked" && preview) return { phase: "checked", preview };
  if (state === "checking") {
    return { phase: "failed", message: "The file is still being checked. Open this page again." };
  }
  if (state === "running") {
    return {
      phase: "failed",
      message: "The file is being loaded. Open this page again to see how it went.",
    };
  }
  const message = error ?? "The load was stopped.";
  return preview && sizeBytes !== null
    ? { phase: "stopped", message, preview }
    : { phase: "failed", message };
}
