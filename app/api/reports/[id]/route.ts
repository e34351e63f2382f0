import { withActor } from "#app/api/door.ts";
import { openReport } from "#domain/reports/open-report.ts";

/** The file of a report. */
export const GET = withActor<{ id: string }>(async (_request, actor, { id }) => {
  const { body, fileName } = await openReport(actor, id);
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
    },
  });
});
