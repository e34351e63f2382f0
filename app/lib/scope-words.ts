import type { Scope } from "#core/actor.ts";

/** What each permission lets a key or a client do, in the words that people decide by. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  "sims:read": "Read SIMs, usage and quotas",
  "sims:write": "Propose changes to SIMs",
  "sms:read": "Read the text of SMS",
  "changes:approve": "Approve changes",
  "reports:read": "Read reports",
  "audit:read": "Read the audit log",
  "org:admin": "Manage the organisation",
  developer: "Write SQL and use the developer tools",
};
