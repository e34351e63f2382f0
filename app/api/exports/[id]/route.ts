import { withActor } from "#app/api/door.ts";
import { openExport } from "#domain/exports/open-export.ts";

/** The file of an export, made as it is fetched. */
export const GET = withActor<{ id: string }>(async (_request, actor, { id }) => {
  const { body, contentType, fileName } = await openExport(actor, id);
  return new Response(body, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
    },
  });
});
