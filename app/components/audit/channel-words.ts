import type { AuditRow } from "#domain/audit/list-audit-log.ts";

/** The door that somebody came through. */
export const CHANNEL_WORDS: Readonly<Record<AuditRow["channel"], string>> = {
  web: "Browser",
  api: "API",
  slack: "Slack",
  mcp: "AI client",
  system: "Simon itself",
};
