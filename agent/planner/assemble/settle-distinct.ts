import type { Pool } from "./pool.ts";

/** "Rejected on three or more different days, and on how many": the number that is bound is shown anyway. */
export function settleDistinct(pool: Pool): void {
  const [bound, ...others] = pool.peek(
    "cond",
    ({ cond }) => cond.k === "count" && cond.distinct !== undefined,
  );
  if (bound?.cond.k !== "count" || others.length > 0) return;
  const { distinct } = bound.cond;
  for (const ask of pool.peek("ask", ({ what, start }) => what === "count" && start >= bound.end)) {
    const said = [...pool.peek("dim"), ...pool.peek("unit"), ...pool.peek("grain")].find(
      ({ start }) => start === ask.end,
    );
    const of =
      said?.cat === "dim" ? said.dim : said?.cat === "unit" ? said.unit : (said?.grain ?? distinct);
    if (of !== distinct) continue;
    pool.drop(ask);
    if (said) pool.drop(said);
    pool.take("by", ({ start }) => start >= ask.end);
  }
}
