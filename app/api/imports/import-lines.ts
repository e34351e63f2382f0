import { SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import type { ImportPreview } from "#domain/imports/check-opened.ts";
import type { ImportProgress } from "#domain/imports/import-run.ts";
import type { ImportSummary } from "#domain/imports/load-opened.ts";

/** What ends well: a check, or a load. */
export type LastLine =
  | ({ readonly type: "checked" } & ImportPreview)
  | ({ readonly type: "done" } & ImportSummary);

/** A line of the answer to an upload or a load. */
export type ImportLine =
  | ({ readonly type: "progress" } & ImportProgress)
  | LastLine
  | {
      readonly type: "error";
      readonly status: number;
      readonly code: string;
      readonly detail: string;
    };

type Work = (onProgress: (progress: ImportProgress) => void) => Promise<LastLine>;

/** Does the work and tells of it line by line. When nobody listens any more, `stopped` ends it. */
export function respondWithLines(work: Work, stopped: AbortController): Response {
  return new Response(importLines(work, stopped), {
    headers: {
      "content-type": "application/x-ndjson",
      "cache-control": "no-store",
      "x-accel-buffering": "no", // a proxy in front must not hold the progress back
    },
  });
}

export function importLines(work: Work, stopped: AbortController): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const send = (line: ImportLine) => {
        if (!stopped.signal.aborted)
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        send(await work((progress) => send({ type: "progress", ...progress })));
      } catch (error) {
        send(errorLine(error));
      }
      if (!stopped.signal.aborted) controller.close();
    },
    cancel() {
      stopped.abort();
    },
  });
}

function errorLine(error: unknown): ImportLine {
  if (error instanceof SimonError) {
    return { type: "error", status: error.status, code: error.code, detail: error.message };
  }
  log().error({ err: error }, "an import failed");
  const detail = "Something went wrong on our side. Going on completes the file.";
  return { type: "error", status: 500, code: "internal", detail };
}
