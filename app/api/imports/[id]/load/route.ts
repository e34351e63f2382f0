import { withActor } from "#app/api/door.ts";
import { respondWithLines } from "#app/api/imports/import-lines.ts";
import { claimStaged } from "#domain/imports/load-staged.ts";

/**
 * Loads a file that was checked, once; only a signed-in person can, a key gets the page where to. NDJSON:
 * lines of progress, then `done`. With `include_protected=true` it may change the protected SIMs that its
 * preview names. For a file that was loaded before, `done` says what came of it then.
 */
export const POST = withActor<{ id: string }>(async (request, actor, { id }) => {
  const stopped = new AbortController();
  const { searchParams } = new URL(request.url);
  const includesProtected = searchParams.get("include_protected") === "true";
  const claimed = await claimStaged(actor, id, { includesProtected });
  const signal = AbortSignal.any([request.signal, stopped.signal]);
  return respondWithLines(async (onProgress) => {
    const summary = claimed.isLoaded ? claimed.summary : await claimed.load({ signal, onProgress });
    return { type: "done", ...summary };
  }, stopped);
});
