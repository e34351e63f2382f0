import { Readable } from "node:stream";
import { withActor } from "#app/api/door.ts";
import { csvStream } from "#core/csv.ts";
import { badRowsOf } from "#domain/imports/bad-rows.ts";

/** The bad rows of an import, as a CSV that is safe to open in a spreadsheet. */
export const GET = withActor<{ id: string }>(async (_request, actor, { id }) => {
  const { columns, rows } = await badRowsOf(actor, id);
  return new Response(Readable.toWeb(csvStream(columns, rows)) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="import-errors-${id.slice(0, 8)}.csv"`,
      "cache-control": "no-store",
    },
  });
});
