import type { Pool } from "../assemble/pool.ts";
import type { MetricName } from "../lexicon/metrics.ts";
import type { Cond, Item, NounSem } from "../parse/items.ts";
import { usageLike } from "../parse/parts.ts";

const SMS_OF: Partial<Record<MetricName, MetricName>> = {
  data_remaining: "sms_remaining",
  quota: "sms_quota",
  quota_used: "sms_used",
};

/** A figure of the data quota that the SMS quota has too, or the other way round. */
export function hasOtherQuota(metric: MetricName): boolean {
  return SMS_OF[metric] !== undefined || Object.values(SMS_OF).includes(metric);
}

/** "and its SMS?" of a quota. */
export function swapQuota(pool: Pool, item: Item): boolean {
  const metric = pool.peek("metric").find((old) => hasOtherQuota(old.metric));
  if (!metric) return false;
  const toSms = item.cat === "noun" || (item.cat === "value" && item.cond.said === "sms");
  const target = toSms
    ? SMS_OF[metric.metric]
    : (Object.keys(SMS_OF) as MetricName[]).find((name) => SMS_OF[name] === metric.metric);
  if (!target) return false;
  pool.drop(metric);
  pool.put({ ...metric, metric: target });
  return true;
}

export function editNouns(pool: Pool, fresh: Pool, words: readonly string[]): void {
  refuseWho(fresh, words);
  for (const noun of fresh.take("noun")) {
    if (noun.view === "sms_messages" && noun.conds.length === 0 && swapQuota(pool, noun)) continue;
    if (noun.weak && noun.conds.length === 0) continue;
    const old = pool.peek("noun", (item) => !item.weak)[0];
    if (noun.view === "sims" && noun.plural && noun.conds.length > 0)
      pool.take("value", ({ dim }) => dim === "sim"); // "for all chargers" after one of them
    if (noun.view === "sims" && old?.view !== "sims") {
      pool.put(
        ...noun.conds.map((cond): Item => valueItem(cond, noun)).filter((item) => item !== null),
      );
      continue;
    }
    if (old && old.view === noun.view) {
      const dims = new Set(noun.conds.flatMap(dimOf));
      const kept = old.conds.filter((cond) => !dimOf(cond).some((dim) => dims.has(dim)));
      pool.drop(old);
      pool.put({ ...old, conds: [...noun.conds, ...kept] });
      continue;
    }
    if (old) {
      pool.drop(old);
      pool.put(...whoseStay(pool, old, noun));
    }
    pool.put({ ...noun, start: old?.start ?? noun.start, end: old?.end ?? noun.end });
    countInstead(pool, fresh, noun);
  }
}

const HAPPENINGS = new Set([
  "alerts",
  "anomalies",
  "connection_events",
  "sms_messages",
  "support_tickets",
]);

/** "And rejects?" after the data that was used: how many of these there were. */
function countInstead(pool: Pool, fresh: Pool, { view, start }: Item & NounSem): void {
  const isOther = !HAPPENINGS.has(view) || fresh.peek("metric").length > 0;
  const used = isOther ? [] : pool.take("metric", ({ metric }) => usageLike(metric));
  if (used.length === 0) return;
  pool.take("unit");
  pool.take("pred");
  pool.put({ cat: "ask", what: "count", start, end: start, score: 0 });
}

/** "MediFridge tickets", then "and alerts?": theirs, too; what was said of tickets alone was of those. */
function whoseStay(pool: Pool, old: Item & NounSem, noun: NounSem): Item[] {
  const dims = new Set([...pool.peek("value").map(({ dim }) => dim), ...noun.conds.flatMap(dimOf)]);
  return old.conds.flatMap((cond) => {
    const isTheirs = dimOf(cond).some((dim) => WHOSE.has(dim) && !dims.has(dim));
    return (isTheirs && valueItem(cond, old)) || [];
  });
}

const WHOSE: ReadonlySet<string> = new Set(["sim", "customer", "country", "operator", "tag"]);

/** "who did that" after some rows: who did it is not among them. */
function refuseWho(fresh: Pool, words: readonly string[]): void {
  const [who] = fresh.peek("noun", (noun) => noun.weak === true);
  if (
    who &&
    /^(?:and |so |but )*(?:who|by whom) (?:did|was|were|is|has|made)\b(?! (?:on|in|over|above|under)\b)/.test(
      words.join(" "),
    )
  )
    fresh.put({ cat: "vague", topic: "who", start: who.start, end: who.end, score: 0 });
}

function valueItem(cond: Cond, at: Item & NounSem): Item {
  const base = { start: at.start, end: at.end, score: 0 };
  return cond.k === "value"
    ? { cat: "value", cond, ...(cond.options[0] ? { dim: cond.options[0].dim } : {}), ...base }
    : { cat: "cond", cond, ...base };
}

function dimOf(cond: Cond): string[] {
  return cond.k === "value" ? [...new Set(cond.options.map((option) => option.dim))] : [];
}
