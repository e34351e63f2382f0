import { lacking } from "../parse/compose.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const HAVING = new Set(["with", "having", "have", "has", "had", "got", "still"]);
const ANY = new Set(["a", "an", "any", "some"]);
const LEFT: Partial<Record<string, string>> = { data_remaining: "left", sms_remaining: "left" };

/** "SIMs with a customer", "that still have data left": there is some, however much. */
export function settlePresence(pool: Pool, words: readonly string[]): void {
  for (const item of pool.peek("dim")) {
    const isAsked = pool.peek("ask", ({ what, end }) => what === "exists" && end === item.start);
    if (isAsked.length > 0) continue; // "do we have any customer with …"
    const isAny = ANY.has(words[item.start - 1] ?? "") && HAVING.has(words[item.start - 2] ?? "");
    const some = isAny && !item.plural ? lacking(item.dim, "is_not_null") : null;
    if (!some) continue;
    pool.drop(item);
    pool.put({ ...some, start: item.start, end: item.end, score: 0 });
  }
  includedInPlans(pool, words);
  const [left, ...others] = pool.peek("metric");
  if (!left || others.length > 0 || !isSomeLeft(pool, left, words)) return;
  pool.drop(left);
  pool.put(some(left));
}

function some({ metric, start, end }: ItemOf<"metric">): Item {
  const quantity = { value: 0, unit: "plain", said: "none" } as const;
  return { cat: "cond", cond: { k: "metric", metric, op: "gt", quantity }, start, end, score: 0 };
}

/** "plans with free SMS": of which any are included. */
function includedInPlans(pool: Pool, words: readonly string[]): void {
  const [included, ...others] = pool.peek("metric");
  const plans = pool.peek("dim", ({ dim }) => dim === "rate_plan")[0];
  if (!included || others.length > 0 || !plans || pool.peek("noun").length > 0) return;
  if (!["included_sms", "included_data"].includes(included.metric) || included.agg) return;
  const lead = words[included.start - 1] ?? "";
  const isMeasured = pool.asks("much") || pool.asks("count") || included.start < plans.end;
  const isPlain = (["top", "superlative", "order", "threshold", "unit", "value"] as const).every(
    (cat) => pool.peek(cat).length === 0,
  );
  if (isMeasured || !isPlain || !(HAVING.has(lead) || GIVING.has(lead))) return;
  pool.drop(included);
  pool.put(some(included));
}

const GIVING = new Set(["include", "includes", "give", "gives", "offer", "offers"]);

/** "with data left", but not "with the data left": that is something to see of each. */
function isSomeLeft(
  pool: Pool,
  { metric, agg, start, end }: ItemOf<"metric">,
  words: readonly string[],
): boolean {
  if (!(metric in LEFT) || agg || words[end - 1] !== LEFT[metric]) return false;
  const sims = pool.peek("noun", (noun) => noun.view === "sims" && !noun.weak)[0];
  const lead =
    ANY.has(words[start - 1] ?? "") || words[start - 1] === "free" ? start - 2 : start - 1;
  const isMeasured =
    pool.asks("much") !== undefined ||
    (["top", "superlative", "order", "group", "agg", "threshold", "unit"] as const).some(
      (cat) => pool.peek(cat).length > 0,
    ) ||
    pool.peek("value", (value) => value.dim === "sim").length > 0;
  return sims !== undefined && sims.end <= lead && HAVING.has(words[lead] ?? "") && !isMeasured;
}
