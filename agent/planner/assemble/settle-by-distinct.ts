import { countDistinct, SPREADS } from "../parse/compose.ts";
import type { ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

/** "Customers by number of countries": how many different ones each has, the most first. */
export function settleByDistinct(pool: Pool): void {
  const [count] = pool.peek("ask", ({ what }) => what === "count");
  const [by] = pool.peek("by", ({ end }) => end === count?.start);
  const [kind] = pool.peek("dim", ({ plural, start }) => plural === true && start === count?.end);
  const [head] = pool.peek("dim", (dim) => dim.end <= (by?.start ?? 0) && dim.dim !== kind?.dim);
  const isOther =
    pool.peek("noun", ({ weak }) => !weak).length > 0 ||
    (["metric", "time", "grain", "threshold", "agg", "cond"] as const).some(
      (cat) => pool.peek(cat).length > 0,
    );
  if (!count || !by || !kind || !head || isOther || !SPREADS.has(kind.dim)) return;
  for (const item of [count, by, kind]) pool.drop(item);
  const { start, end } = kind;
  const some: ItemOf<"threshold"> = {
    cat: "threshold",
    op: "gte",
    quantity: { value: 1, unit: "plain", said: "1" },
    start,
    end,
    score: 0,
  };
  pool.put(
    { ...countDistinct(some, kind.dim), start, end, score: 0 },
    { cat: "superlative", direction: "desc", plural: true, start, end, score: 0 },
  );
}
