import type { Actor } from "#core/actor.ts";

/** Questions that any fleet can answer. */
const GENERAL = [
  "Which SIMs used more than 1 GB last week?",
  "How many SIMs are in each status?",
  "Data usage per day in the last 30 days",
  "Which SIMs have used more than 90% of their data quota?",
];

/** First questions for an empty conversation. */
export async function starters(_actor: Actor): Promise<readonly string[]> {
  return GENERAL;
}
