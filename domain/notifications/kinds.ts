import type { Scope } from "#core/actor.ts";

/** What a person can be told of, in the order of the settings, with the permission without which it is nothing to them. */
export const NOTIFICATION_KINDS = {
  approval: {
    title: "A change waits for approval",
    about: "Proposed by somebody else, by a key or by an AI client, and you have not decided yet.",
    scope: "changes:approve",
  },
  failed_change: {
    title: "A change ended with failures",
    about: "One that you proposed or decided on.",
    scope: "sims:write",
  },
  failed_analysis: {
    title: "The analysis of the night failed",
    about: "Forecasts and anomalies are those of an earlier night then.",
    scope: "org:admin",
  },
  stale_data: {
    title: "Data is older than it should be",
    about: "What is synchronised with the provider has not come for twice its time.",
    scope: "sims:read",
  },
  running_out: {
    title: "SIMs run out of data soon",
    about: "After each nightly analysis, where there are any.",
    scope: "sims:read",
  },
} as const satisfies Record<string, { title: string; about: string; scope: Scope }>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
