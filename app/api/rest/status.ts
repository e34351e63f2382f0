import type { Tool } from "#tools/define.ts";

/** An effect is accepted as a proposal; nothing of it has happened. */
export function statusOf({ effect }: Tool): 200 | 202 {
  return effect === "read" ? 200 : 202;
}
