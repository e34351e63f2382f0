import { traffic } from "../parse/compose.ts";
import type { Cond } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const CALENDAR = new Set(["hour", "day", "week", "month"]);

/** "Daily active SIMs", "active SIMs per week": a status has no past, so that those with traffic on each day are meant. */
export function settleActivePerDay(pool: Pool): void {
  const [noun, ...others] = pool.peek("noun", ({ weak }) => !weak);
  const grains = [
    ...pool.peek("grain").map(({ grain }) => grain),
    ...pool
      .peek("group")
      .flatMap(({ groups }) => groups.map((one) => (one.k === "grain" ? one.grain : ""))),
  ].filter((grain) => CALENDAR.has(grain));
  const isOther =
    pool.peek("agg", ({ agg }) => agg !== "avg").length > 0 ||
    (["metric", "pred", "cond", "threshold"] as const).some((cat) => pool.peek(cat).length > 0);
  if (noun?.view !== "sims" || others.length > 0 || grains.length === 0 || isOther) return;
  const values = pool.peek("value", ({ cond }) => isActive(cond));
  if (!noun.conds.some(isActive) && values.length === 0) return;
  for (const value of values) pool.drop(value);
  pool.drop(noun);
  const { start, end } = noun;
  pool.put(
    { ...noun, conds: noun.conds.filter((cond) => !isActive(cond)) },
    { cat: "cond", cond: traffic("usage"), start, end, score: 0 },
  );
}

function isActive(cond: Cond): boolean {
  return (
    cond.k === "value" &&
    !cond.negated &&
    cond.options.some(
      ({ filter }) =>
        "value" in filter &&
        filter.member === "sims.status" &&
        filter.op === "eq" &&
        filter.value === "active",
    )
  );
}
