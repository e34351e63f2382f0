import type { LastLine } from "#app/api/imports/import-lines.ts";
import type { ImportPreview } from "#domain/imports/check-opened.ts";
import type { ImportProgress } from "#domain/imports/import-run.ts";
import { follow, Lines } from "./ndjson.ts";

const BROKE_OFF = "The upload broke off. Nothing was loaded; choose the file again.";

interface Watch {
  readonly signal: AbortSignal;
  /** The share of the file that has left this browser, 0 to 1. */
  readonly onSent: (share: number) => void;
  readonly onProgress: (progress: ImportProgress) => void;
}

/**
 * Sends one file to be checked. By XMLHttpRequest, because `fetch` does not tell what was sent.
 *
 * @throws Error with a sentence for the person; DOMException `AbortError` when `signal` stopped it.
 */
export function uploadFile(
  file: File,
  { signal, onSent, onProgress }: Watch,
): Promise<ImportPreview> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const lines = new Lines();
    let readChars = 0;
    let last: LastLine | null = null;
    const isStream = () => request.getResponseHeader("content-type")?.includes("ndjson") ?? false;
    const read = () => {
      if (!isStream()) return;
      const piece = request.responseText.slice(readChars);
      readChars += piece.length;
      last = follow(lines.push(piece), onProgress) ?? last;
    };
    const orFail = (work: () => void) => () => {
      try {
        work();
      } catch (error) {
        fail(error);
      }
    };
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total);
    };
    request.onprogress = orFail(read);
    request.onload = orFail(() => {
      read();
      if (last?.type === "checked") done(last);
      else fail(new Error(isStream() ? BROKE_OFF : sentenceOf(request)));
    });
    request.onerror = () => fail(new Error(BROKE_OFF));
    request.onabort = () => fail(new DOMException("The upload was stopped.", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("POST", `/api/imports?${new URLSearchParams({ kind: "auto", name: file.name })}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(file);
  });
}

function sentenceOf(request: XMLHttpRequest): string {
  const fallback =
    request.status === 401
      ? "Your session has ended. Sign in again, then choose the file."
      : "The file was not checked. Try again.";
  try {
    const problem: unknown = JSON.parse(request.responseText);
    const hasDetail = typeof problem === "object" && problem !== null && "detail" in problem;
    return hasDetail && typeof problem.detail === "string" ? problem.detail : fallback;
  } catch {
    return fallback; // no problem+json: something between us answered
  }
}
