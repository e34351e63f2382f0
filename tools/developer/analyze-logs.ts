import { z } from "zod";
import { LOG_LEVELS, LogEntry, readLogs } from "#domain/developer/read-logs.ts";
import { NOT_YOURS } from "#domain/developer/require-developer.ts";
import { defineTool } from "../define.ts";

const Common = z.object({ message: z.string(), count: z.int() });
const SHOWN_MESSAGES = 10;

export const analyzeLogs = defineTool({
  name: "analyze_logs",
  title: "Recent logs",
  description:
    "For people who build on Simon: the newest log lines of the server's process (from info on, at most 2,000 are kept), the newest first, by level and words in them, and which messages are most frequent. Secrets are hidden. An error that a user quotes by its id is found by searching for that id.",
  input: z.object({
    level: z.enum(LOG_LEVELS).default("info").meta({ description: "This level and above" }),
    search: z.string().trim().min(1).max(200).optional(),
    since_minutes: z
      .int()
      .min(1)
      .max(7 * 24 * 60)
      .default(60),
    limit: z.int().min(1).max(200).default(30),
  }),
  output: z.object({
    kept_since: z.string().nullable(),
    found: z.int(),
    most_frequent: z.array(Common),
    entries: z.array(LogEntry),
    note: z.string().nullable(),
  }),
  scope: "developer",
  effect: "read",
  route: { method: "GET", path: "/api/v1/developer/logs" },
  run: async ({ actor, input: { level, search, since_minutes, limit } }) => {
    const asked = { level, search, sinceMinutes: since_minutes };
    const { kept_since, entries, hidden_count } = await readLogs(actor, asked);
    return {
      kept_since,
      found: entries.length,
      most_frequent: frequent(entries.map(({ message }) => message)),
      entries: entries.slice(0, limit),
      note: hidden_count > 0 ? `${hidden_count} lines are left out. ${NOT_YOURS}` : null,
    };
  },
});

function frequent(messages: readonly string[]): z.infer<typeof Common>[] {
  return Object.entries(Object.groupBy(messages, (message) => message))
    .map(([message, same]) => ({ message, count: same?.length ?? 0 }))
    .sort((a, b) => b.count - a.count)
    .slice(0, SHOWN_MESSAGES);
}
