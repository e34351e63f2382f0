import type { LastLine } from "#app/api/imports/import-lines.ts";
import { failureOf } from "#app/lib/api.ts";
import type { ImportProgress } from "#domain/imports/import-run.ts";
import type { ImportSummary } from "#domain/imports/load-opened.ts";
import { follow, Lines } from "./ndjson.ts";

const BROKE_OFF =
  "The connection broke off. What was loaded is kept; going on completes the file and counts nothing twice.";

interface LoadOptions {
  readonly signal: AbortSignal;
  /** A person confirmed that the protected SIMs of the preview may change. */
  readonly includesProtected: boolean;
}

/**
 * Loads a file that was checked, as it was checked.
 *
 * @throws Error with a sentence for the person; DOMException `AbortError` when `signal` stopped it.
 */
export async function loadFile(
  importId: string,
  { signal, includesProtected }: LoadOptions,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportSummary> {
  const lines = new Lines();
  let last: LastLine | null = null;
  for await (const piece of pieces(importId, { signal, includesProtected })) {
    last = follow(lines.push(piece), onProgress) ?? last;
  }
  if (last?.type === "done") return last;
  throw new Error(BROKE_OFF);
}

async function* pieces(
  importId: string,
  { signal, includesProtected }: LoadOptions,
): AsyncGenerator<string> {
  const query = includesProtected ? "?include_protected=true" : "";
  const response = await orBrokeOff(
    signal,
    fetch(`/api/imports/${encodeURIComponent(importId)}/load${query}`, { method: "POST", signal }),
  );
  if (!response.headers.get("content-type")?.includes("ndjson")) throw await failureOf(response);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await orBrokeOff(signal, reader.read());
    if (done) return;
    yield value;
  }
}

/** A browser's own words for a lost connection say nothing to a person. */
function orBrokeOff<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw signal.aborted ? error : new Error(BROKE_OFF);
  });
}
