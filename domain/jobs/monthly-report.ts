import type { SystemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { keepMonthlyReport } from "#domain/reports/keep-monthly-report.ts";
import type { JobEnd } from "./definitions.ts";

/** Of the month that has ended in the zone of the job's times. */
export async function monthlyReport(actor: SystemActor): Promise<JobEnd> {
  const [schedule] = await asActor(
    actor,
    (sql) => sql<{ time_zone: string }[]>`
      select time_zone from store.schedules where job = 'monthly_report'`,
  );
  const { month, rows } = await keepMonthlyReport(actor, schedule?.time_zone ?? "UTC");
  const of = `${rows.toLocaleString("en")} ${rows === 1 ? "row" : "rows"}`;
  return { outcome: `Kept the usage of ${month} by customer: ${of}.` };
}
