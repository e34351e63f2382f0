import type { Cond, ItemOf, NounSem } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** Alerts and the rules that raise them. */
export function settleRules(pool: Pool, words: readonly string[]): void {
  notifiesThrough(pool, words);
  raisedByThose(pool, words);
  firedSoOften(pool);
  firedEach(pool);
  const rules = pool.peek("noun", (noun) => noun.view === "alert_rules")[0];
  const alerts = pool.peek("noun", (noun) => noun.view === "alerts")[0];
  const count = pool.asks("count");
  const isBeside =
    rules && alerts && count && rules.end <= count.start && count.end <= alerts.start
      ? words.slice(rules.end, count.start).some((word) => /^(?:with|and|plus)$/.test(word))
      : false;
  if (isBeside && pool.peek("superlative").length + pool.peek("top").length === 0)
    throw new Trouble("Alerts per rule: also the rules that have none?", "group");
  if (rules && alerts && count && words[count.start - 1] === "by" && rules.end < count.start)
    byTheirNumber(pool, rules, count.start);
  if (rules && alerts && alerts.start < rules.start) ofRules(pool, alerts, rules);
  if (rules && alerts && rules.start < alerts.start) topOfEach(pool, rules);
  if (rules) noisiest(pool);
  if (!alerts) perRule(pool);
}

/** "alert rules by number of alerts": each with its number, the largest first. */
function byTheirNumber(pool: Pool, rules: ItemOf<"noun">, at: number): void {
  if (pool.peek("superlative").length + pool.peek("top").length > 0 || rules.conds.length > 0)
    return;
  pool.take("by", ({ end }) => end === at);
  pool.drop(rules);
  const { start, end } = rules;
  pool.put({ cat: "group", groups: [{ k: "view", view: "alert_rules" }], start, end, score: 0 });
  if (pool.peek("order").length === 0)
    pool.put({ cat: "order", direction: "desc", start: at, end: at, score: 0 });
}

/** "What does each rule notify through": the places, as none is named. */
function notifiesThrough(pool: Pool, words: readonly string[]): void {
  const at = words.findIndex(
    (word, index) =>
      /^notif(?:y|ies)$/.test(word) &&
      /^(?:through|via|by|over|with|on|to)$/.test(words[index + 1] ?? "") &&
      /^[^\p{L}\p{N}]*$/u.test(words[index + 2] ?? ""),
  );
  if (at >= 0) pool.put({ cat: "dim", dim: "channel", start: at, end: at + 2, score: 0 });
}

/** "rules that fired more than 10 times": so many alerts of theirs. */
function firedSoOften(pool: Pool): void {
  const [rules] = pool.peek("noun", ({ view }) => view === "alert_rules");
  const [fired] = pool.peek("pred", ({ members }) => members.includes("alerts.triggered_at"));
  const [bound, ...others] = pool.peek("threshold", ({ quantity }) => quantity.unit === "times");
  if (!rules || !fired || !bound || bound.upTo || others.length > 0 || pool.asks("often")) return;
  pool.drop(fired);
  pool.drop(bound);
  const { op, quantity, start, end } = bound;
  const noun: NounSem = { cat: "noun", view: "alerts", conds: [] };
  pool.put({
    cat: "cond",
    cond: { k: "count", noun, op, n: quantity.value },
    start,
    end,
    score: 0,
  });
}

/** "How often did each rule fire": its alerts, where no rows are named. */
function firedEach(pool: Pool): void {
  const isOther = pool.peek("noun", ({ weak }) => !weak).length > 0;
  const [each] = pool.peek("group", isPerRule);
  if (!each || isOther || !pool.asks("often")) return;
  pool.drop(each);
  const { start, end } = each;
  pool.put({ cat: "noun", view: "alert_rules", conds: [], plural: true, start, end, score: 0 });
}

/** "raised by rules that notify Slack": which rules is said, and nothing is split by them. */
function raisedByThose(pool: Pool, words: readonly string[]): void {
  const isOfRules = (value: ItemOf<"value">) =>
    value.cond.options.some((option) => option.view === "alert_rules");
  for (const group of pool.peek("group", isPerRule)) {
    const isRaised = /^(?:raised|triggered|fired|caused|produced|created|generated)$/.test(
      words[group.start - 1] ?? "",
    );
    if (!isRaised || words[group.start] !== "by") continue;
    if (pool.peek("value", (value) => value.start >= group.end && isOfRules(value)).length > 0)
      pool.drop(group);
  }
}

function isPerRule({ groups }: ItemOf<"group">): boolean {
  return groups.every((one) => one.k === "view" && one.view === "alert_rules");
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
  for (const group of pool.peek("group", isPerRule)) {
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
