import { Readable } from "node:stream";
import { withActor } from "#app/api/door.ts";
import { resultsCsv } from "#domain/changes/results-csv.ts";

export const GET = withActor<{ id: string }>(async (_request, actor, { id }) => {
  const stream = await resultsCsv(actor, id);
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="change-${id}.csv"`,
      "cache-control": "no-store",
    },
  });
});
