import { Readable } from "node:stream";
import { withActor } from "#app/api/door.ts";
import { csvStream } from "#core/csv.ts";
import { recordExport } from "#domain/audit/record-export.ts";
import { COLUMNS, entries, pageOf } from "./entries.ts";

/** The audit log that the filters leave, as a CSV that is safe to open in a spreadsheet. */
export const GET = withActor(async (request, actor) => {
  const filters = Object.fromEntries(new URL(request.url).searchParams);
  const first = await pageOf(actor, filters);
  await recordExport(actor, filters);
  const stream = csvStream(COLUMNS, entries(actor, filters, first));
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="audit-log.csv"',
      "cache-control": "no-store",
    },
  });
});
