import { withActor } from "#app/api/door.ts";
import { config } from "#core/config.ts";
import { Invalid } from "#core/errors.ts";
import { listImports } from "#domain/imports/list-imports.ts";
import type { ImportInput } from "#domain/imports/open-import.ts";
import { stageImport } from "#domain/imports/stage-import.ts";
import { respondWithLines } from "./import-lines.ts";

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
 * `POST /api/imports?kind=auto|sims|usage&name=FILE` with the file as the body: checks it, and writes
 * nothing of the fleet. A file that cannot be read at all gets problem+json; otherwise the answer is
 * NDJSON: lines of progress, then `checked` with what loading would do, or what stopped the check.
 */
export const POST = withActor(async (request, actor) => {
  if (!request.body) throw new Invalid("The file is empty.");
  const query = new URL(request.url).searchParams;
  const stopped = new AbortController();
  const staged = await stageImport(actor, {
    kind: kindOf(query.get("kind")),
    fileName: (query.get("name") ?? "upload").slice(0, NAME_MAX_CHARS),
    stream: request.body,
    sizeBytes: announcedSize(request),
    maxBytes: config().maxUploadBytes,
  });
  const signal = AbortSignal.any([request.signal, stopped.signal]);
  return respondWithLines(async (onProgress) => {
    const preview = await staged.check({ signal, onProgress });
    return { type: "checked", ...preview };
  }, stopped);
});

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
