import type { ImportLine } from "#app/api/imports/import-lines.ts";

export type ImportResult = Extract<ImportLine, { type: "done" }>;
export type ImportTick = Extract<ImportLine, { type: "progress" }>;

interface Listeners {
  /** Share of the file that has left this browser, 0 to 1. */
  readonly onSent: (share: number) => void;
  readonly onTick: (tick: ImportTick) => void;
}

const BROKE_OFF =
  "The upload broke off. What was loaded is kept; load the file again and it is completed.";

/**
 * Sends one file to be loaded. By XMLHttpRequest, because `fetch` does not tell how much of a body
 * has been sent.
 *
 * @throws Error with a sentence for the person; DOMException `AbortError` when `signal` stopped it.
 */
export function sendFile(
  file: File,
  signal: AbortSignal,
  listeners: Listeners,
): Promise<ImportResult> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const lines = new LineReader();
    const read = () => {
      for (const line of lines.read(request.responseText)) {
        if (line.type === "progress") listeners.onTick(line);
        else if (line.type === "done") done(line);
        else fail(new Error(line.detail));
      }
    };
    const isStream = () => request.getResponseHeader("content-type")?.includes("ndjson") ?? false;
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) listeners.onSent(event.loaded / event.total);
    };
    request.onprogress = () => {
      if (isStream()) read();
    };
    request.onload = () => {
      if (!isStream()) return fail(new Error(sentenceOf(request)));
      read();
      fail(new Error(BROKE_OFF)); // without effect when a last line came
    };
    request.onerror = () => fail(new Error(BROKE_OFF));
    request.onabort = () => fail(new DOMException("The upload was stopped.", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("POST", `/api/imports?${new URLSearchParams({ kind: "auto", name: file.name })}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(file);
  });
}

/** Whole lines of a text that grows; the last one may still be on its way. */
class LineReader {
  #at = 0;

  read(text: string): ImportLine[] {
    const end = text.lastIndexOf("\n");
    if (end < this.#at) return [];
    const lines = text.slice(this.#at, end).split("\n");
    this.#at = end + 1;
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as ImportLine); // our own server's lines
  }
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
