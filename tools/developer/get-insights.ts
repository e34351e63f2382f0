import { z } from "zod";
import { fleetNow } from "#core/clock.ts";
import { JobTimes, jobTimes } from "#domain/developer/job-times.ts";
import { readLogs } from "#domain/developer/read-logs.ts";
import { dataAge } from "#domain/fleet/data-age.ts";
import { defineTool } from "../define.ts";

const HOUR_MINUTES = 60;

export const getInsights = defineTool({
  name: "get_insights",
  title: "How the installation is doing",
  description:
    "For people who build on Simon: states and times of the organisation's jobs in the last 30 days, how old its data is by source, errors logged in the last hour, and in sentences what of that needs a look.",
  input: z.object({}),
  output: z.object({
    findings: z.array(z.string()),
    jobs: z.array(JobTimes),
    data: z.array(
      z.object({ source: z.string(), newest: z.string().nullable(), is_stale: z.boolean() }),
    ),
    errors_last_hour: z.int(),
    warnings_last_hour: z.int(),
  }),
  scope: "developer",
  effect: "read",
  route: { method: "GET", path: "/api/v1/developer/insights" },
  run: async ({ actor }) => {
    const jobs = await jobTimes(actor);
    const { sources } = await dataAge(actor, fleetNow());
    const { entries } = await readLogs(actor, { level: "warn", sinceMinutes: HOUR_MINUTES });
    const errors = entries.filter(({ level }) => level !== "warn").length;
    const data = sources.map(({ source, newest, isStale }) => ({
      source,
      newest: newest?.toISOString() ?? null,
      is_stale: isStale,
    }));
    const findings = [
      ...jobs.flatMap(({ job, last_failure }) =>
        last_failure === null ? [] : `The newest run of the job ${job} failed: ${last_failure}`,
      ),
      ...data.flatMap(({ source, is_stale }) =>
        is_stale ? `${source}: older than it should be.` : [],
      ),
      ...(errors > 0 ? [`${errors} errors were logged in the last hour: see analyze_logs.`] : []),
    ];
    return {
      findings: findings.length > 0 ? findings : ["Nothing stands out."],
      jobs,
      data,
      errors_last_hour: errors,
      warnings_last_hour: entries.length - errors,
    };
  },
});
