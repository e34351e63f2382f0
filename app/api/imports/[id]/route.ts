import { withActor } from "#app/api/door.ts";
import { discardStaged } from "#domain/imports/discard-staged.ts";
import { findImport } from "#domain/imports/find-import.ts";

type Parameters = { id: string };

/** An import: what loading it would do, how far it is, what came of it. */
export const GET = withActor<Parameters>(async (_request, actor, { id }) =>
  Response.json(await findImport(actor, id), { headers: { "cache-control": "no-store" } }),
);

/** Forgets a file that was checked and is not to be loaded. */
export const DELETE = withActor<Parameters>(async (_request, actor, { id }) => {
  await discardStaged(actor, id);
  return new Response(null, { status: 204 });
});
