import { SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import type { ImportSummary, OpenedImport } from "#domain/imports/import-file.ts";
import type { ImportProgress } from "#domain/imports/import-run.ts";

/** A line of the answer to an upload. */
export type ImportLine =
  | ({ readonly type: "progress" } & ImportProgress)
  | ({ readonly type: "done" } & ImportSummary)
  | {
      readonly type: "error";
      readonly status: number;
      readonly code: string;
      readonly detail: string;
    };

/** Runs the import and tells of it line by line. When nobody listens any more, `stopped` ends it. */
export function importLines(
  opened: OpenedImport,
  stopped: AbortController,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const send = (line: ImportLine) => {
        if (!stopped.signal.aborted)
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        const summary = await opened.run((progress) => send({ type: "progress", ...progress }));
        send({ type: "done", ...summary });
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
  const detail = "Something went wrong on our side. Loading the file again completes it.";
  return { type: "error", status: 500, code: "internal", detail };
}
