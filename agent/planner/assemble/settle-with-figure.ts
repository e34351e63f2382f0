import { usageLike } from "../parse/parts.ts";
import type { Pool } from "./pool.ts";

/** "By upload, with download too": beside another figure it is one more to be shown, and no condition. */
export function settleWithFigure(pool: Pool, words: readonly string[]): boolean {
  let isShown = false;
  for (const item of pool.peek("cond")) {
    const { cond, start, end } = item;
    if (cond.k !== "related" || cond.negated || !cond.noun.metric) continue;
    const { metric } = cond.noun;
    const isBeside = pool
      .peek("metric", (figure) => usageLike(figure.metric) && figure.end <= start)
      .some((figure) => figure.metric !== metric);
    if (!isBeside || !/^(?:with|including|plus)$/.test(words[start] ?? "")) continue;
    pool.drop(item);
    pool.put({ cat: "metric", metric, start, end, score: 0 });
    isShown = true;
  }
  return isShown;
}
