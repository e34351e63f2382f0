import { withActor } from "#app/api/door.ts";
import { config } from "#core/config.ts";
import { Invalid } from "#core/errors.ts";
import { type ImportInput, type OpenedImport, openImport } from "#domain/imports/import-file.ts";
import { listImports } from "#domain/imports/list-imports.ts";
import { importLines } from "./import-lines.ts";

/** `GET /api/imports`: the newest imports, with how far the running one is. */
export const GET = withActor(async (_request, actor) =>
  Response.json(
    { imports: await listImports(actor) },
    { headers: { "cache-control": "no-store" } },
  ),
);

const KINDS = ["auto", "sims", "usage"] as const;
const NAME_MAX_CHARS = 200;

/**
 * `POST /api/imports?kind=auto|sims|usage&name=FILE` with the file as the body. A file that cannot be
 * loaded at all gets problem+json; otherwise the answer is NDJSON: lines of progress, then the summary
 * or what stopped the load.
 */
export const POST = withActor(async (request, actor) => {
  if (!request.body) throw new Invalid("The file is empty.");
  const query = new URL(request.url).searchParams;
  const stopped = new AbortController();
  const opened = await openImport(actor, {
    kind: kindOf(query.get("kind")),
    fileName: (query.get("name") ?? "upload").slice(0, NAME_MAX_CHARS),
    stream: request.body,
    sizeBytes: announcedSize(request),
    maxBytes: config().maxUploadBytes,
    signal: AbortSignal.any([request.signal, stopped.signal]),
  });
  return respond(opened, stopped);
});

function respond(opened: OpenedImport, stopped: AbortController): Response {
  return new Response(importLines(opened, stopped), {
    headers: {
      "content-type": "application/x-ndjson",
      "cache-control": "no-store",
      "x-accel-buffering": "no", // a proxy in front must not hold the progress back
    },
  });
}

function kindOf(text: string | null): ImportInput["kind"] {
  const kind = KINDS.find((known) => known === (text ?? "auto"));
  if (!kind) throw new Invalid(`kind: use ${KINDS.join(", ")}.`);
  return kind;
}

function announcedSize(request: Request): number | undefined {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  const isEncoded = request.headers.has("content-encoding");
  return Number.isSafeInteger(length) && !isEncoded ? length : undefined;
}
