import type { Filter } from "#query/query.ts";
import type { ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** What a question says a second time in other words: "more than even odds (>50 %)", "low confidence, under 0.5". */
export function settleSaidTwice(pool: Pool, words: readonly string[]): void {
  const seen = new Set<string>();
  for (const bound of pool.peek("threshold")) {
    const { op, quantity, upTo } = bound;
    const key = JSON.stringify([op, quantity.value, quantity.unit, upTo?.value]);
    if (seen.has(key)) pool.drop(bound);
    seen.add(key);
  }
  settleNever(pool, words);
  settleLevels(pool, words);
  settleExcluded(pool);
}

/** "Never activated, not even once". */
function settleNever(pool: Pool, words: readonly string[]): void {
  pool.take("threshold", ({ op, quantity, start, end }) => {
    const isNone = op === "lt" && quantity.value === 1 && quantity.unit === "times";
    const isEven = words.slice(start, end).join(" ") === "not even once";
    return isNone && isEven && words.slice(0, start).includes("never");
  });
}

const STATES = new Set(["status", "severity", "priority"]);
const BREAKS = new Set([".", ",", "-", undefined]);

/** "…, all statuses": none is left out, as none would be. */
export function settleAllOf(pool: Pool, words: readonly string[]): void {
  pool.take("dim", ({ dim, start, end }) => {
    const isApart = BREAKS.has(words[start - 2]) && BREAKS.has(words[end]);
    return STATES.has(dim) && words[start - 1] === "all" && isApart;
  });
}

const LEVELS = new Set(["low", "medium", "high"]);
const RANKS = new Set(["severity", "priority", "risk_level"]);
const FIGURES = new Set(["churn"]);

/** "Low confidence": how large the figure is that follows, and no priority. */
function settleLevels(pool: Pool, words: readonly string[]): void {
  for (const value of pool.peek("value", (item) => RANKS.has(item.dim ?? ""))) {
    const isLevel = value.end - value.start === 1 && LEVELS.has(words[value.start] ?? "");
    const isNext = (item: { start: number }) => item.start === value.end;
    const [bound] = pool.peek("cond", (item) => isNext(item) && item.cond.k === "metric");
    const [figure] = pool.peek("metric", (item) => isNext(item) && !FIGURES.has(item.metric));
    if (!isLevel || (!bound && !figure)) continue;
    if (!bound) throw new Trouble(`From which figure on is that “${words[value.start]}”?`, "value");
    pool.drop(value);
  }
}

/** "Neither closed nor waiting, still open": what the rows are said to be is not among what they are not. */
function settleExcluded(pool: Pool): void {
  const said = new Set(
    pool
      .peek("value", (item) => !item.cond.negated)
      .flatMap(({ cond }) => cond.options.map(({ filter }) => JSON.stringify(filter))),
  );
  for (const item of pool.peek("value", ({ cond }) => cond.negated === true)) {
    const options = item.cond.options.map((option) => ({
      ...option,
      filter: without(option.filter, said),
    }));
    pool.drop(item);
    pool.put({ ...item, cond: { ...item.cond, options } } satisfies ItemOf<"value">);
  }
}

function without(filter: Filter, said: ReadonlySet<string>): Filter {
  if (!("or" in filter)) return filter;
  const [first, ...rest] = filter.or.filter((one) => !said.has(JSON.stringify(one)));
  if (!first || rest.length + 1 === filter.or.length) return filter;
  return rest.length === 0 ? first : { or: [first, ...rest] };
}
