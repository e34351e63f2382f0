import { z } from "zod";
import { MonthlyReport } from "#domain/reports/list-monthly-reports.ts";

/** One time that a job was, is or will be done. */
export const JobRun = z.object({
  id: z.string(),
  job: z.string(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  asked_by: z.string().meta({ description: "E-mail, or `schedule`" }),
  attempts: z.int(),
  progress: z.string().nullable(),
  outcome: z.string().nullable().meta({ description: "What came of it, or why it failed" }),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  finished_at: z.iso.datetime().nullable(),
});
export type JobRun = z.output<typeof JobRun>;

/** A job of an organisation, with when it is done by itself. */
export const ScheduledJob = z.object({
  job: z.string(),
  title: z.string(),
  about: z.string(),
  cron: z.string().meta({ description: "Minute, hour, day of the month, month, day of the week" }),
  time_zone: z.string(),
  enabled: z.boolean(),
  next_run_at: z.iso.datetime().nullable(),
});
export type ScheduledJob = z.output<typeof ScheduledJob>;

export const JobList = z.object({
  jobs: z.array(ScheduledJob),
  runs: z.array(JobRun),
  reports: z.array(MonthlyReport),
});
export type JobList = z.output<typeof JobList>;
