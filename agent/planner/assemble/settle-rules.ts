import type { Cond, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

/** Alerts and the rules that raise them. */
export function settleRules(pool: Pool): void {
  const rules = pool.peek("noun", (noun) => noun.view === "alert_rules")[0];
  const alerts = pool.peek("noun", (noun) => noun.view === "alerts")[0];
  if (rules && alerts && alerts.start < rules.start) ofRules(pool, alerts, rules);
  if (rules && alerts && rules.start < alerts.start) topOfEach(pool, rules);
  if (rules) noisiest(pool);
  if (!alerts) perRule(pool);
}

/** "The top rule by alerts for each customer": what is ranked within each of them. */
function topOfEach(pool: Pool, rules: ItemOf<"noun">): void {
  const isSplit =
    pool.peek("group", ({ groups }) => groups.some((group) => group.k === "dim")).length > 0;
  const isRanked = pool.peek("superlative").length > 0 || pool.peek("top").length > 0;
  if (!isSplit || !isRanked || rules.conds.length > 0) return;
  const { start, end, plural } = rules;
  pool.drop(rules);
  pool.put({ cat: "dim", dim: "rule", ...(plural ? { plural } : {}), start, end, score: 0 });
  for (const { n: _, cat: __, ...top } of pool.take("top", ({ n }) => n === undefined && !plural))
    pool.put({ ...top, cat: "superlative" });
}

/** "alerts of the disabled rules": what is said of the rules is said of their alerts. */
function ofRules(pool: Pool, alerts: ItemOf<"noun">, rules: ItemOf<"noun">): void {
  pool.drop(rules);
  if (rules.conds.length === 0) return;
  pool.drop(alerts);
  pool.put({ ...alerts, conds: [...alerts.conds, ...rules.conds.map(onRules)] });
}

function onRules(cond: Cond): Cond {
  if (cond.k !== "value") return cond;
  const own = cond.options.filter((option) => option.view === "alert_rules");
  return own.length > 0 ? { ...cond, options: own } : cond;
}

/** The noisiest rule is the one with the most alerts. */
function noisiest(pool: Pool): void {
  for (const item of pool.peek("vague", (vague) => vague.topic === "chatty")) {
    if (!item.superlative) continue;
    pool.drop(item);
    pool.put({
      cat: "superlative",
      direction: "desc",
      start: item.start,
      end: item.end,
      score: 0,
    });
  }
}

/** "the severity of each rule": without alerts, the rules themselves are asked for. */
function perRule(pool: Pool): void {
  const isCounted =
    pool.asks("count") !== undefined ||
    pool.asks("often") !== undefined ||
    pool.peek("metric").length > 0 ||
    pool.peek("noun", (noun) => !noun.weak).length > 0 ||
    pool.peek("pred").length > 0 ||
    pool.peek("dim").length === 0;
  if (isCounted) return;
  for (const group of pool.peek("group", ({ groups }) =>
    groups.every((one) => one.k === "view" && one.view === "alert_rules"),
  )) {
    pool.drop(group);
    pool.put({
      cat: "noun",
      view: "alert_rules",
      conds: [],
      plural: true,
      start: 0,
      end: 0,
      score: 0,
    });
  }
}
