import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { logRing } from "#core/log-ring.ts";
import { redact, redactText } from "./redact.ts";
import { requireDeveloper, seesInstallation } from "./require-developer.ts";

export const LOG_LEVELS = ["info", "warn", "error", "fatal"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const VALUES: Readonly<Record<LogLevel, number>> = { info: 30, warn: 40, error: 50, fatal: 60 };
const STACK_LINES = 6;

const Line = z.looseObject({
  level: z.number(),
  time: z.number(),
  msg: z.string().default(""),
  organizationId: z.string().optional(),
  err: z.looseObject({ message: z.string().optional(), stack: z.string().optional() }).optional(),
});

export const LogEntry = z.object({
  at: z.string(),
  level: z.enum(LOG_LEVELS),
  message: z.string(),
  error: z.string().nullable(),
  stack: z.array(z.string()),
  fields: z.record(z.string(), z.unknown()),
});
export type LogEntry = z.infer<typeof LogEntry>;

interface Asked {
  readonly level: LogLevel;
  readonly search?: string | undefined;
  readonly sinceMinutes: number;
}

export interface FoundLogs {
  readonly kept_since: string | null;
  readonly entries: LogEntry[];
  /** Left out, since they are of no or of another organisation. */
  readonly hidden_count: number;
}

/** The newest log lines of this process that the actor may see, the newest first. @throws Forbidden */
export async function readLogs(
  actor: Actor,
  { level, search, sinceMinutes }: Asked,
): Promise<FoundLogs> {
  requireDeveloper(actor);
  const seesAll = await seesInstallation();
  const lines = logRing()
    .lines()
    .flatMap((text) => parsed(text));
  const since = wallNow().getTime() - sinceMinutes * 60_000;
  const asked = lines.filter((line) => line.level >= VALUES[level] && line.time >= since);
  const seen = asked.filter((line) => seesAll || line.organizationId === actor.organizationId);
  const entries = seen.map(shown).filter((entry) => isAbout(entry, search));
  const first = lines[0];
  return {
    kept_since: first ? new Date(first.time).toISOString() : null,
    entries: entries.reverse(),
    hidden_count: asked.length - seen.length,
  };
}

function parsed(text: string): z.infer<typeof Line>[] {
  try {
    return [Line.parse(JSON.parse(text))];
  } catch {
    return []; // a line that was cut for its length
  }
}

function shown({ level, time, msg, err, ...rest }: z.infer<typeof Line>): LogEntry {
  const { pid: _, hostname: __, ...fields } = rest;
  return {
    at: new Date(time).toISOString(),
    level: LOG_LEVELS.findLast((name) => level >= VALUES[name]) ?? "info",
    message: redactText(msg),
    error: err?.message === undefined ? null : redactText(err.message),
    stack: (err?.stack ?? "")
      .split("\n")
      .slice(1, STACK_LINES + 1)
      .map((line) => redactText(line.trim().replaceAll(`${process.cwd()}/`, ""))),
    fields: redact(fields) as Record<string, unknown>,
  };
}

function isAbout(entry: LogEntry, search: string | undefined): boolean {
  return !search || JSON.stringify(entry).toLowerCase().includes(search.toLowerCase());
}
