import { traffic } from "../parse/compose.ts";
import type { ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const RELATIVE = new Set(["that", "which", "who", "but", "yet"]);
const AUXILIARY = new Set(["did", "do", "does", "have", "has", "had", "actually", "really"]);
const BESIDE = new Set(["still", "ever", "even", "currently", "already", "any"]);
const SHAPES = ["ask", "group", "grain", "top", "superlative", "agg", "unit", "by"] as const;

/** "Washers that used data last week", "suspended but still sending": which ones, not how much in all. */
export function settleUsers(pool: Pool, words: readonly string[]): void {
  const [noun, ...others] = pool.peek("noun", (item) => !item.weak);
  const [used, ...more] = pool.peek("metric");
  if (!used?.verb || more.length > 0 || others.length > 0) return;
  const who = noun ? [noun].find(({ view }) => view === "sims") : kindBefore(pool, used);
  if (!who) return;
  if (isCountOfUsers(pool, who, used, words)) {
    pool.take("pred", ({ start, end }) => who.end <= start && end <= used.start);
    putTraffic(pool, used);
    return;
  }
  const between = words.slice(who.end, used.start);
  const isRelative = between.some((word) => RELATIVE.has(word));
  const isBeside = between.every((word) => AUXILIARY.has(word) || BESIDE.has(word));
  if ((isRelative || isBeside) && asksForAny(pool)) putTraffic(pool, used);
  if (!isRelative || SHAPES.some((cat) => pool.peek(cat).length > 0)) return;
  if (noun) pool.put({ cat: "ask", what: "list", start: who.start, end: who.start, score: 0 });
  else putTraffic(pool, used);
}

/** "Are there suspended SIMs that used data": whether any did, and no amount of anything. */
function asksForAny(pool: Pool): boolean {
  const asked = pool.peek("ask").map(({ what }) => what);
  const isOther = SHAPES.some((cat) => cat !== "ask" && pool.peek(cat).length > 0);
  const isBounded = pool.peek("threshold").length > 0 || pool.peek("cmp").length > 0;
  return (
    asked.includes("exists") &&
    asked.every((what) => what === "exists" || what === "which") &&
    !isOther &&
    !isBounded
  );
}

function putTraffic(pool: Pool, used: ItemOf<"metric">): void {
  pool.drop(used);
  pool.put({ ...used, cat: "cond", cond: traffic(used.metric) });
}

/** "Spares that used data": a tag stands for its SIMs. */
function kindBefore(pool: Pool, used: ItemOf<"metric">): ItemOf<"value"> | undefined {
  return pool.peek("value", ({ dim, end }) => dim === "tag" && end <= used.start)[0];
}

/** "How many SIMs did use any data yesterday", "number of SIMs that used data": those with traffic, and not how much. */
function isCountOfUsers(
  pool: Pool,
  who: ItemOf<"noun"> | ItemOf<"value">,
  used: ItemOf<"metric">,
  words: readonly string[],
): boolean {
  const [ask, ...others] = pool.peek("ask");
  if (ask?.what !== "count" || others.length > 0 || ask.end > who.start) return false;
  const between = words.slice(who.end, used.start);
  const isOther = ["grain", "top", "superlative", "agg", "unit", "threshold", "compare"] as const;
  return (
    between.every((word) => RELATIVE.has(word) || AUXILIARY.has(word)) &&
    isOther.every((cat) => pool.peek(cat).length === 0)
  );
}

/** "How many meters stayed below 2 MB in September": in a period, an amount of data is what they used. */
export function settleUseBound(pool: Pool): void {
  const [noun, ...others] = pool.peek("noun", (item) => !item.weak);
  const [bound, ...more] = pool.peek("threshold", ({ quantity }) => quantity.unit === "bytes");
  const isOther = ["metric", "cond", "group", "grain"] as const;
  if (noun?.view !== "sims" || others.length + more.length > 0 || !bound || !pool.asks("count"))
    return;
  if (pool.peek("time").length !== 1 || isOther.some((cat) => pool.peek(cat).length > 0)) return;
  const { op, quantity, start, end, score } = bound;
  pool.drop(bound);
  pool.put({
    cat: "cond",
    cond: { k: "metric", metric: "usage", op, quantity },
    start,
    end,
    score,
  });
}

/** "Which plan is used most", "the most used plan": by the SIMs that are on it, and not by their data. */
export function settleMostUsed(pool: Pool, words: readonly string[]): void {
  const [plan, ...others] = pool.peek("dim");
  const [most] = pool.peek("superlative", ({ members, metric }) => !members && !metric);
  if (plan?.dim !== "rate_plan" || others.length > 0 || !most) return;
  const said = words
    .slice(Math.min(plan.start, most.start), Math.max(plan.end, most.end))
    .join(" ");
  if (!/\bmost used\b|\b(?:is|are|gets?) used (?:the )?most\b/.test(said)) return;
  if (pool.peek("unit").length > 0 || pool.peek("noun", ({ weak }) => !weak).length > 0) return;
  pool.take("metric", ({ verb }) => verb === true);
  pool.drop(most);
  pool.put({ ...most, byCount: true });
}
