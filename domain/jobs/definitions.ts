import type { Actor } from "#core/actor.ts";
import { checkAudit } from "./check-audit.ts";
import { removeExpired } from "./remove-expired.ts";

export type Worker = Extract<Actor, { kind: "system" }>;

export interface RunOptions {
  /** Aborts when the process wants to end: what was committed stays, and the next attempt goes on. */
  readonly signal: AbortSignal;
  /** Says how far it is, in a sentence. */
  readonly progress: (sentence: string) => Promise<void>;
}

/** Something that an organisation has done by itself. */
interface JobDefinition {
  readonly title: string;
  readonly about: string;
  /** As long as no owner chose another time; UTC. */
  readonly cron: string;
  /** @returns a sentence on what came of it. @throws SimonError, whose sentence an owner reads. */
  run(actor: Worker, options: RunOptions): Promise<string>;
}

export const JOBS: Readonly<Record<string, JobDefinition>> = {
  audit_check: {
    title: "Check the audit log",
    about: "Whether every row of the audit log is as it was recorded.",
    cron: "40 3 * * *",
    run: checkAudit,
  },
  retention: {
    title: "Remove what has expired",
    about:
      "Files that nobody loaded, old records of the Data Streamer, and old runs of these jobs.",
    cron: "15 * * * *",
    run: removeExpired,
  },
};
