import { withActor } from "#app/api/door.ts";
import { respondWithLines } from "#app/api/imports/import-lines.ts";
import { claimStaged } from "#domain/imports/load-staged.ts";

/**
 * Loads a file that was checked, once; only a signed-in person can, a key gets the page where to. NDJSON:
 * lines of progress, then `done`. For a file that was loaded before, `done` says what came of it then.
 */
export const POST = withActor<{ id: string }>(async (request, actor, { id }) => {
  const stopped = new AbortController();
  const claimed = await claimStaged(actor, id);
  const signal = AbortSignal.any([request.signal, stopped.signal]);
  return respondWithLines(async (onProgress) => {
    const summary = claimed.isLoaded ? claimed.summary : await claimed.load({ signal, onProgress });
    return { type: "done", ...summary };
  }, stopped);
});
