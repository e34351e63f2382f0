import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { readQuery } from "#app/api/query.ts";
import { listSavedViews } from "#domain/saved-views/list-saved-views.ts";
import { saveView } from "#domain/saved-views/save-view.ts";
import { NewSavedView, SavedPage } from "#domain/saved-views/saved-view.ts";

const Asked = z.object({ page: SavedPage });

export const GET = withActor(async (request, actor) => {
  const { page } = readQuery(request, Asked);
  return Response.json(
    { views: await listSavedViews(actor, page) },
    { headers: { "cache-control": "no-store" } },
  );
});

export const POST = withActor(async (request, actor) =>
  Response.json(await saveView(actor, await readBody(request, NewSavedView)), { status: 201 }),
);
