import type { Pool } from "./pool.ts";

const LOST = /\b(?:lost|lose|wasted?|waste|forfeit\w*|lapses?)\b/;
const BYTES: readonly string[] = ["kB", "MB", "GB", "TB"];

/** "How many GB would be lost" when quotas expire: what is left of them. */
export function settleLapsing(pool: Pool, words: readonly string[]): void {
  const unit = pool.peek("unit", (item) => BYTES.includes(item.unit))[0];
  const lost = pool.peek(
    "pred",
    ({ members, start, end }) =>
      members.includes("sim_quota.expires_at") && LOST.test(words.slice(start, end).join(" ")),
  )[0];
  if (!unit || !lost || pool.peek("metric", ({ metric }) => metric !== "quota").length > 0) return;
  for (const quota of pool.peek("metric")) pool.drop(quota);
  pool.drop(lost);
  const { start, end } = unit;
  pool.put({ cat: "metric", metric: "data_remaining", start, end, score: 0 });
}
