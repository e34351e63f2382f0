import { Readable } from "node:stream";
import { type Actor, hasScope } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import { readAsActor } from "#db/guard.ts";
import { reportCsv, reportFileName } from "./report-file.ts";
import { reportRows } from "./report-rows.ts";
import { UsageReportSpec } from "./usage-report.ts";

export interface OpenedReport {
  readonly fileName: string;
  readonly body: ReadableStream<Uint8Array> | string;
}

/**
 * The file of a report: as it was kept, else made while it is read.
 *
 * @throws Forbidden; NotFound when the organisation has no such report (any more).
 */
export async function openReport(actor: Actor, id: string): Promise<OpenedReport> {
  if (!hasScope(actor, "reports:read") || !hasScope(actor, "sims:read"))
    throw new Forbidden("Reports need the right to read them and SIMs (reports:read, sims:read).");
  const [found] = await readAsActor(
    actor,
    (sql) => sql<{ spec: unknown; csv: string | null }[]>`
      select spec, csv from store.reports where id = ${id} and expires_at > ${wallNow()}`,
  );
  if (!found) throw new NotFound("This report is gone, or never was. Ask for it again.");
  const spec = UsageReportSpec.parse(found.spec);
  const made = () => Readable.toWeb(reportCsv(spec, reportRows(actor, spec)));
  const body = found.csv ?? (made() as ReadableStream<Uint8Array>);
  return { fileName: reportFileName(spec), body };
}
