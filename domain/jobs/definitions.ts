import type { SystemActor } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { areOutlooksOld } from "#domain/analysis/batch/renew-outlooks.ts";
import { connectionIn } from "#domain/connections/connection.ts";
import { analyse, isAnalysisNeeded } from "./analyse.ts";
import { checkAudit } from "./check-audit.ts";
import { monthlyReport } from "./monthly-report.ts";
import { removeExpired } from "./remove-expired.ts";
import { renewOldOutlooks } from "./renew-outlooks.ts";
import { syncFleet } from "./sync-fleet.ts";

export interface RunOptions {
  /** Aborts when the process wants to end: what was committed stays, and the next attempt goes on. */
  readonly signal: AbortSignal;
  /** Says how far it is, in a sentence. */
  readonly progress: (sentence: string) => Promise<void>;
  /** A person asked for it, who means it: also what is not due yet. */
  readonly isAsked: boolean;
}

export interface JobEnd {
  /** A sentence on what came of it. */
  readonly outcome: string;
  /** More is to be done at once; others come first. */
  readonly isLeft?: boolean;
  /** Somebody else is at it: the run waits, to see later what they left. */
  readonly isBusy?: boolean;
}

/** Something that an organisation has done by itself. */
export interface JobDefinition {
  readonly title: string;
  readonly about: string;
  /** As long as no owner chose another time; UTC. */
  readonly cron: string;
  /** Whether there is anything to do in the organisation at all; absent where there always is. */
  isNeeded?(sql: Transaction): Promise<boolean>;
  /** @throws SimonError, whose sentence an owner reads. */
  run(actor: SystemActor, options: RunOptions): Promise<JobEnd>;
}

export const JOBS: Readonly<Record<string, JobDefinition>> = {
  sync: {
    title: "Synchronise with the provider",
    about: "The list of SIMs, then the quotas and the usage that moved; prices once a day.",
    cron: "7 * * * *",
    isNeeded: async (sql) => Boolean(await connectionIn(sql)),
    run: syncFleet,
  },
  analysis: {
    title: "Analyse the fleet",
    about:
      "Forecasts, when quotas run out, what is odd, and which plan is cheapest, of every SIM; when there are new days.",
    cron: "25 2 * * *",
    isNeeded: isAnalysisNeeded,
    run: analyse,
  },
  outlook: {
    title: "Renew when quotas run out",
    about: "Of SIMs whose quota changed since the last analysis, such as by a top-up.",
    cron: "*/15 * * * *",
    isNeeded: areOutlooksOld,
    run: renewOldOutlooks,
  },
  audit_check: {
    title: "Check the audit log",
    about: "Whether every row of the audit log is as it was recorded.",
    cron: "40 3 * * *",
    run: checkAudit,
  },
  monthly_report: {
    title: "Make the monthly report",
    about: "Last month's usage by customer, as a file that is kept.",
    cron: "30 4 1 * *",
    isNeeded: async (sql) => (await sql`select 1 from store.sims limit 1`).length > 0,
    run: monthlyReport,
  },
  retention: {
    title: "Remove what has expired",
    about:
      "Files that nobody loaded, old records of the Data Streamer, snoozes of anomalies, and the reports, conversations and runs that Settings, Retention says are not kept.",
    cron: "15 * * * *",
    run: removeExpired,
  },
};
