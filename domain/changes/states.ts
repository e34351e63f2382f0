/**
 * `proposed` waits for people; `running` and `paused` have been approved; the others are ends.
 * `done` says that nothing is left to do, not that every row went well: that is what the items say.
 */
export const CHANGE_STATES = [
  "proposed",
  "rejected",
  "expired",
  "running",
  "paused",
  "cancelled",
  "done",
] as const;

/**
 * `verifying`: the provider's answer was lost, and what is true there is being looked up. `unknown`: it
 * may have happened, cannot be looked up, and is not tried again.
 */
export const ITEM_STATES = [
  "pending",
  "running",
  "verifying",
  "done",
  "failed",
  "unknown",
  "skipped",
  "cancelled",
  "undone",
] as const;
