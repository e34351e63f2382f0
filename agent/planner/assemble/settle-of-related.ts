import type { View } from "#query/query.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

/**
 * "panels that had an anomaly … not the dismissed ones", "collars with tickets, only the open ones": what
 * no SIM can be is said of the rows that they have.
 */
export function settleOfRelated(pool: Pool): void {
  const isOfSims = pool.peek("noun", (noun) => !noun.weak).every(({ view }) => view === "sims");
  const [had, ...others] = pool.peek("cond", ({ cond }) => cond.k === "related" && !cond.negated);
  if (!isOfSims || had?.cond.k !== "related" || had.cond.noun.metric || others.length > 0) return;
  const { view } = had.cond.noun;
  const theirs = pool.peek("value", (value) => isOnlyOf(value, view));
  if (theirs.length === 0) return;
  for (const value of theirs) pool.drop(value);
  pool.drop(had);
  const noun = {
    ...had.cond.noun,
    conds: [...had.cond.noun.conds, ...theirs.map(({ cond }) => cond)],
  };
  pool.put({ ...had, cond: { ...had.cond, noun } } satisfies Item);
}

function isOnlyOf({ cond: { options } }: ItemOf<"value">, view: View): boolean {
  return (
    options.some((option) => option.view === view) &&
    options.every((option) => option.view !== "sims" && option.view !== "rate_plans")
  );
}
