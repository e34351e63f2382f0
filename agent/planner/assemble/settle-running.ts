import type { Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const RUNNING = new Set(["running", "operating", "operational", "functioning"]);

/** "The running cranes": those that are active; "SIMs running on LTE" says nothing of that. */
export function settleRunning(pool: Pool, words: readonly string[]): void {
  for (const noun of pool.peek("noun", (one) => one.view === "sims" && !one.weak)) {
    const at = noun.start - 1;
    const isSaid = RUNNING.has(words[at] ?? "") && !pool.peek("value", isStatus).length;
    if (isSaid) pool.put(active(at));
  }
}

function isStatus(item: Item): boolean {
  return item.cat === "value" && item.dim === "status";
}

function active(start: number): Item {
  const filter = { member: "sims.status", op: "eq", value: "active" } as const;
  const options = [{ view: "sims", dim: "status", filter } as const];
  return {
    cat: "value",
    dim: "status",
    cond: { k: "value", options, said: "running" },
    start,
    end: start + 1,
    score: 0,
  };
}
