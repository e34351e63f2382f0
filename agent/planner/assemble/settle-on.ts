import type { Pool } from "./pool.ts";

/** "Cranes that are on LTE": on what comes next, and not switched on. */
export function settleOn(pool: Pool, words: readonly string[]): void {
  for (const on of pool.peek("value", ({ dim }) => dim === "enabled")) {
    if (words[on.end - 1] !== "on") continue;
    const next = words[on.end] === "the" ? on.end + 1 : on.end;
    if (pool.peek("value", ({ start }) => start === next).length > 0) pool.drop(on);
  }
}
