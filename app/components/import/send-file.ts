import type { ImportLine } from "#app/api/imports/import-lines.ts";

export type ImportResult = Extract<ImportLine, { type: "done" }>;

const BROKE_OFF =
  "The upload broke off. What was loaded is kept; load the file again and it is completed.";

/**
 * Sends one file to be loaded; `onSent` gets the share of it that has left this browser, 0 to 1. By
 * XMLHttpRequest, because `fetch` does not tell that. A browser shows nothing of the answer before the
 * whole file is sent, so only its last line is of use here.
 *
 * @throws Error with a sentence for the person; DOMException `AbortError` when `signal` stopped it.
 */
export function sendFile(
  file: File,
  signal: AbortSignal,
  onSent: (share: number) => void,
): Promise<ImportResult> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const read = () => {
      const last = lastLine(request.responseText);
      if (last?.type === "done") done(last);
      else fail(new Error(last?.type === "error" ? last.detail : BROKE_OFF));
    };
    const isStream = () => request.getResponseHeader("content-type")?.includes("ndjson") ?? false;
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total);
    };
    request.onload = () => {
      if (isStream()) read();
      else fail(new Error(sentenceOf(request)));
    };
    request.onerror = () => fail(new Error(BROKE_OFF));
    request.onabort = () => fail(new DOMException("The upload was stopped.", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("POST", `/api/imports?${new URLSearchParams({ kind: "auto", name: file.name })}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(file);
  });
}

/** Of the lines that the answer has so far. */
function lastLine(text: string): ImportLine | null {
  const last = text.trimEnd().split("\n").at(-1);
  return last ? (JSON.parse(last) as ImportLine) : null; // our own server's line
}

function sentenceOf(request: XMLHttpRequest): string {
  const fallback =
    request.status === 401
      ? "Your session has ended. Sign in again, then load the file."
      : "The file was not loaded. Try again.";
  try {
    const problem: unknown = JSON.parse(request.responseText);
    const hasDetail = typeof problem === "object" && problem !== null && "detail" in problem;
    return hasDetail && typeof problem.detail === "string" ? problem.detail : fallback;
  } catch {
    return fallback; // no problem+json: something between us answered
  }
}
