import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** What is said of allowances in several places of a question, brought together. */
export function settleQuotas(pool: Pool, words: readonly string[]): void {
  messagesLeft(pool, words);
  dataAndMessages(pool);
  usedOfIt(pool, words);
  usedOfQuota(pool);
  shareOfQuota(pool);
  refuseBareShare(pool, words);
  validUntil(pool);
  expiringRows(pool, words);
  runsOutOfData(pool);
  plansSideBySide(pool);
  daysToGo(pool, words);
  dayToCome(pool, words);
  stillInBundle(pool, words);
  contentOfPlans(pool, words);
}

/** "How many texts does it still have": those that are left, not those that were sent. */
function messagesLeft(pool: Pool, words: readonly string[]): void {
  const sms = bareMessages(pool);
  const stillHas =
    /\b(?:still (?:have|has|got)|(?:have|has) still|has it got|have they got)\b/.test(
      words.join(" "),
    );
  if (!sms || !stillHas || pool.peek("time").length > 0) return;
  pool.drop(sms);
  for (const ask of pool.peek("ask", (item) => item.what === "count")) pool.drop(ask);
  pool.put({ ...at(sms), cat: "metric", metric: "sms_remaining" });
}

/** "What is left, data and SMS": both quotas; "left … SMS": the SMS quota. */
function dataAndMessages(pool: Pool): void {
  const left = pool.peek("metric", (item) => item.metric === "data_remaining")[0];
  const sms = bareMessages(pool);
  if (!left || !sms) return;
  const data = pool.peek("metric", (item) => item.metric === "usage")[0];
  pool.drop(sms);
  pool.drop(left);
  if (!data) {
    pool.take("ask", (item) => item.what === "count" && item.end === sms.start);
    pool.put({ ...left, metric: "sms_remaining" });
    return;
  }
  pool.drop(data);
  pool.put(
    ...["data", "sms"].map(
      (said): Item => ({
        ...at(left),
        cat: "value",
        dim: "quota_type",
        cond: { k: "value", options: [], said },
      }),
    ),
  );
}

/** "What is their quota and how much of it is used": of the quota that was named. */
function usedOfIt(pool: Pool, words: readonly string[]): void {
  const quota = pool.peek("metric", (item) => item.metric === "quota")[0];
  const used = pool.peek("metric", (item) => item.metric === "usage" && item.verb === true)[0];
  const isOfIt = /\b(?:much|part|percent|%|share) of (?:it|that|this|them|these)\b/.test(
    words.join(" "),
  );
  if (!quota || !used || !isOfIt || used.start < quota.end) return;
  const { verb: _, ...item } = used;
  pool.drop(used);
  pool.put({ ...item, metric: "quota_used" });
}

/** "Have used 25 MB, more than 80 % of their quota": with a bound on the quota, "used" is of the quota. */
function usedOfQuota(pool: Pool): void {
  const bounded = pool.peek(
    "cond",
    ({ cond }) =>
      cond.k === "metric" && ["quota_used", "sms_used", "data_remaining"].includes(cond.metric),
  );
  if (bounded.length === 0 || pool.peek("time").length > 0) return;
  for (const item of pool.peek("metric", (metric) => metric.verb === true)) pool.drop(item);
}

/** "Quota < 10 %": used so little, or so little left. */
function refuseBareShare(pool: Pool, words: readonly string[]): void {
  const isBare = words.every((word) => !SAID_OF_QUOTA.test(word));
  const isLow = pool
    .peek("cond", ({ cond }) => cond.k === "metric" && cond.metric === "quota_used")
    .some(
      ({ cond, start }) =>
        "op" in cond && /^lte?$/.test(cond.op) && /^(?:quota|data)$/.test(words[start] ?? ""),
    );
  if (isLow && isBare)
    throw new Trouble("That much of the quota used, or that much left?", "quota");
}

const SAID_OF_QUOTA =
  /^(?:us(?:e|es|ed|ing|age)|consum\w+|spen[dt]\w*|burn\w*|ate|eat\w*|drawn|drew|into|through|gone|left|remain\w*|full|utili[sz]\w+)$/;

const PERCENT_OF: Partial<Record<MetricName, MetricName>> = {
  quota_used: "used_percent",
  data_remaining: "left_percent",
  sms_used: "sms_used_percent",
};

/** "What percentage of its quota has X used": a percentage of its own, not a share of a total. */
function shareOfQuota(pool: Pool): void {
  const share = pool.peek("ask", (item) => item.what === "share" || item.what === "percent")[0];
  const figure = pool.peek("metric", (item) => item.metric in PERCENT_OF)[0];
  const percent = figure && PERCENT_OF[figure.metric];
  if (!share || !percent) return;
  pool.drop(share);
  pool.drop(figure);
  for (const whole of pool.peek(
    "metric",
    (item) => item.metric === "quota" || item.metric === "sms_quota",
  ))
    pool.drop(whole);
  pool.put({ ...figure, metric: percent });
}

/** "Until when is it valid": the date on which it expires. */
function validUntil(pool: Pool): void {
  const asksWhen = pool.has("whichDay") || pool.asks("when") || pool.asks("long");
  if (!asksWhen) return;
  const valid = pool.take("word", ({ word }) => word === "valid");
  if (valid.length > 0)
    pool.take("metric", ({ metric, verb }) => metric === "usage" && verb !== true);
  for (const item of valid)
    pool.put({
      ...at(item),
      cat: "pred",
      members: ["quota_data.expires_at", "sim_quota.expires_at"],
      columns: ["sim_quota.expires_at"],
    });
}

/** "Which quotas expire this week": the SIMs whose quota does, not its size. */
function expiringRows(pool: Pool, words: readonly string[]): void {
  const quota = pool.peek("metric", (item) => ["quota", "sms_quota"].includes(item.metric))[0];
  const expires =
    pool.peek("cond", ({ cond }) => cond.k === "time" && cond.members.some(isExpiry)).length > 0 ||
    pool.peek("pred", (pred) => pred.members.some(isExpiry)).length > 0;
  if (!quota || !expires || pool.asks("much") || quota.agg || pool.peek("agg").length > 0) return;
  pool.drop(quota);
  const isBoth = pool.take("metric", ({ metric, verb }) => metric === "usage" && !verb).length > 0;
  if (!isBoth) expiryOf(pool, quota, words); // "data and SMS quota": each row says which
  if (
    pool.peek("noun").length === 0 &&
    pool.peek("value", (item) => item.dim === "sim").length === 0
  )
    pool.put({ ...at(quota), cat: "noun", view: "sims", conds: [] });
}

/** "When does its data bucket expire": of the one quota that was named, where it was. */
function expiryOf(pool: Pool, quota: ItemOf<"metric">, words: readonly string[]): void {
  const isData = words.slice(quota.start, quota.end).includes("data");
  if (quota.metric === "quota" && !isData) return;
  const members = [quota.metric === "sms_quota" ? EXPIRY.sms : EXPIRY.data];
  for (const item of pool.peek("pred", (pred) => pred.members.some(isExpiry))) {
    pool.drop(item);
    pool.put({ ...item, members, columns: members });
  }
  for (const item of pool.peek("cond")) {
    if (item.cond.k !== "time" || !item.cond.members.some(isExpiry)) continue;
    pool.drop(item);
    pool.put({ ...item, cond: { ...item.cond, members } });
  }
}

const EXPIRY = { data: "quota_data.expires_at", sms: "quota_sms.expires_at" };

/** "Run dry on data": the data is what runs out, not what was used. */
function runsOutOfData(pool: Pool): void {
  for (const { end } of pool.peek("pred", runsOut))
    pool.take(
      "metric",
      (item) => item.metric === "usage" && !item.agg && item.start >= end && item.start - end <= 2,
    );
}

function runsOut({ members }: ItemOf<"pred">): boolean {
  return members.some((member) => member.endsWith("exhaustion_date"));
}

const OF_PLANS_ONLY: readonly MetricName[] = ["overage_price", "included_data"];

/** "Monthly fee and price of extra MB for all tariffs": a price list, not the fees of the SIMs on them. */
function plansSideBySide(pool: Pool): void {
  const isPlan = ({ groups }: ItemOf<"group">) =>
    groups.every((group) => group.k === "dim" && group.dim === "rate_plan");
  const [group] = pool.peek("group", isPlan);
  const isPriced = pool.peek("metric", ({ metric }) => OF_PLANS_ONLY.includes(metric)).length > 0;
  if (!group || !isPriced || pool.peek("noun").length > 0 || pool.peek("time").length > 0) return;
  pool.drop(group);
  const { start, end, score } = group;
  pool.put({ cat: "dim", dim: "rate_plan", plural: true, start, end, score });
  for (const fee of pool.take("metric", ({ metric }) => metric === "monthly_fee"))
    pool.put({ ...fee, metric: "monthly_price" });
  if (!pool.asks("list")) pool.put({ cat: "ask", what: "list", start, end: start, score: 0 });
}

/** "In how many days is it out of data", "how long until it runs out": the days that are left. */
function daysToGo(pool: Pool, words: readonly string[]): void {
  const count = pool.asks("count");
  const unit = pool.peek("unit", (item) => item.unit === "day" && item.start === count?.end)[0];
  const asked = unit ? count : pool.asks("long");
  const end =
    pool.peek("pred", runsOut)[0] ?? pool.peek("value", (item) => item.dim === "over_quota")[0];
  if (!asked || !end || !words.some((word) => /^(?:in|till|until|before|to)$/.test(word))) return;
  for (const item of [asked, unit, end]) if (item) pool.drop(item);
  pool.put({ ...at(asked), cat: "metric", metric: "days_left" });
}

/** "On which day will it run out": a column; "which day had the most traffic": days are what is asked for. */
function dayToCome(pool: Pool, words: readonly string[]): void {
  const isAhead = (member: string) => /expires_at$|exhaustion_date$|predicted_date$/.test(member);
  const dated =
    pool.peek("pred", ({ members }) => members.some(isAhead)).length > 0 ||
    pool.peek("cond", ({ cond }) => cond.k === "time" && cond.members.some(isAhead)).length > 0;
  if (dated && pool.peek("group").length === 0)
    pool.take("grain", (item) => item.grain === "day" && !item.adjective);
  if (dated) return;
  for (const item of pool.peek("word", ({ word }) => word === "whichDay")) {
    if (!/^(?:day|date)s?$/.test(words[item.end - 1] ?? "")) continue;
    pool.drop(item);
    const { start, end } = item;
    pool.put(
      { cat: "ask", what: "which", start, end: end - 1, score: 0 },
      { cat: "grain", grain: "day", adjective: false, start: end - 1, end, score: 0 },
    );
  }
}

/** "Still have over 200 MB in their bundle": what is left in it, not its size. */
function stillInBundle(pool: Pool, words: readonly string[]): void {
  if (!words.includes("still")) return;
  for (const item of pool.peek("cond")) {
    if (item.cond.k !== "metric" || item.cond.metric !== "quota") continue;
    if (item.cond.quantity.unit !== "bytes") continue;
    pool.drop(item);
    pool.put({ ...item, cond: { ...item.cond, metric: "data_remaining" } });
  }
}

function isExpiry(member: string): boolean {
  return member.endsWith(".expires_at");
}

const CONTENT = new Set(["data", "volume", "mb", "megabytes", "gb", "gigabytes", "allowance"]);

/** "Which plan has the most data": what it includes, not what its SIMs used. */
function contentOfPlans(pool: Pool, words: readonly string[]): void {
  const plan = pool.peek("dim", (item) => item.dim === "rate_plan")[0];
  const data = pool.peek("metric", isContent)[0];
  const others = pool.peek("noun").length > 0 || pool.peek("time").length > 0;
  const gives = /\b(?:has|have|with|in it|in them|offers?|gives?|get|comes?)\b/.test(
    words.join(" "),
  );
  if (!plan || !data || others || !gives || pool.peek("metric").some((item) => item.verb)) return;
  pool.drop(data);
  pool.put({ ...data, metric: "included_data" });

  function isContent(item: ItemOf<"metric">): boolean {
    return (
      (item.metric === "usage" || metricOf(item.metric).member === "quota_data.total") &&
      item.verb !== true &&
      words.slice(item.start, item.end).every((word) => CONTENT.has(word))
    );
  }
}

function bareMessages(pool: Pool): ItemOf<"noun"> | undefined {
  return pool.peek("noun", (item) => item.view === "sms_messages" && item.conds.length === 0)[0];
}

function at({ start, end }: Item): { start: number; end: number; score: number } {
  return { start, end, score: 0 };
}
