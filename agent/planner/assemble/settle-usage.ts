import { metricOf } from "../lexicon/metrics.ts";
import type { Cond, Item, ItemOf } from "../parse/items.ts";
import type { TimeContext, TimeSpan } from "../time/span.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** What is said of traffic without naming it, and traffic that is yet to come. */
export function settleUsage(pool: Pool, words: readonly string[], time: TimeContext): void {
  settleDaysOf(pool, words);
  settleDenied(pool);
  settleUsers(pool, words);
  settleBusiest(pool, words);
  settleCause(pool, words);
  settleFuture(pool, words, time);
  settleSilentDays(pool, words);
}

/** "On how many of the past 30 days": the days are counted. */
function settleDaysOf(pool: Pool, words: readonly string[]): void {
  const ask = pool.asks("count");
  if (!ask || words[ask.end - 1] !== "of" || words[ask.start - 1] === "number") return;
  const [days] = pool.peek(
    "time",
    ({ start, end }) =>
      start >= ask.end &&
      start - ask.end <= 1 &&
      words.slice(start, end).some((word) => word === "days"),
  );
  if (days) pool.put({ cat: "unit", unit: "day", start: ask.end, end: ask.end, score: 0 });
}

/** "the busiest hour yesterday": by traffic, where no other rows are named. */
function settleBusiest(pool: Pool, words: readonly string[]): void {
  const ranked = pool.peek("superlative", (item) =>
    words
      .slice(item.start, item.end)
      .some((word) => /^(busiest|quietest|slowest|peak)$/.test(word)),
  )[0];
  const isFree = pool.peek("metric").length === 0 && pool.peek("cond").length === 0;
  const named = pool.peek("noun", (noun) => !noun.weak && noun.view !== "sims").length > 0;
  if (!ranked || !isFree || named || pool.peek("grain").length === 0) return;
  pool.put({ cat: "metric", metric: "usage", start: ranked.start, end: ranked.start, score: 0 });
}

/** "the biggest increase since August": of traffic, where no other rows are named. */
export function settleGrowth(pool: Pool, words: readonly string[]): void {
  const [change] = pool.peek(
    "change",
    (item) => item.way !== undefined && !isToBeDone(words, item.start),
  );
  settleUsageDrop(pool, words);
  const isFree =
    pool.peek("metric").length === 0 &&
    pool.peek("pred").length === 0 &&
    pool.peek("time").length + pool.peek("compare").length > 0;
  const named = pool.peek("noun", (noun) => noun.view !== "sims").length > 0;
  if (!change || !isFree || named) return;
  if (isOfCount(pool, change))
    throw new Trouble(
      "How many SIMs there were in the past is not kept. Those activated in it?",
      "compare",
    );
  pool.put({ cat: "metric", metric: "usage", start: change.start, end: change.start, score: 0 });
}

/** "Grew in number of SIMs". */
function isOfCount(pool: Pool, change: Item): boolean {
  const count = pool.peek("ask", ({ what, start }) => what === "count" && start >= change.end)[0];
  return count !== undefined && pool.peek("noun", ({ start }) => start === count.end).length > 0;
}

/** "drop the column": no verb of figures, unless it is said how they fell. */
function isToBeDone(words: readonly string[], at: number): boolean {
  return words[at] === "drop" && at === 0;
}

/** "by how much did the usage drop against last week": no anomaly, but a change. */
function settleUsageDrop(pool: Pool, words: readonly string[]): void {
  const isCompared = pool.peek("compare").length > 0 || pool.peek("versusword").length > 0;
  const isAsked = /^(?:did|does|has|have)$/.test(words[0] ?? ""); // "did usage drop last week": a verb
  if (!isCompared && !isAsked && pool.peek("change").length === 0) return;
  for (const item of pool.peek("noun", (noun) => noun.conds.some(isDrop))) {
    const { start, end } = item;
    const others = item.conds.flatMap((cond): Item[] =>
      cond.k === "value" && !isDrop(cond) ? [{ cat: "value", cond, start, end, score: 0 }] : [],
    );
    pool.drop(item);
    pool.put(
      ...others,
      { cat: "metric", metric: "usage", start, end, score: 0 },
      { cat: "change", way: "down", start: end, end, score: 0 },
    );
  }
}

function isDrop(cond: Cond): boolean {
  return cond.k === "value" && cond.said === "usage drop";
}

/** "what did X cause": the verb, not the cause of an event. */
function settleCause(pool: Pool, words: readonly string[]): void {
  if (pool.peek("metric").length === 0 || !words.some(isAuxiliary)) return;
  for (const item of pool.peek("dim", (dim) => dim.dim === "cause"))
    if (words[item.start] === "cause" && words[item.start - 1] !== "by") pool.drop(item);
}

const isAuxiliary = (word: string) => ["did", "does", "do"].includes(word);

/** "traffic that came from X", "alerts that came from rules …" are no messages that a SIM sent. */
export function settleOrigin(pool: Pool): void {
  const isUsage = pool.peek("metric", (item) => metricOf(item.metric).view === "sim_usage_daily");
  const messages = pool.peek("noun", (noun) => noun.view === "sms_messages");
  const isOther =
    isUsage.length > 0 || pool.peek("noun", ({ view }) => view === "alerts").length > 0;
  if (!isOther || messages.length > 0) return;
  for (const item of pool.peek("value", (value) => value.cond.said === "received from"))
    pool.drop(item);
}

/** "how much will it use tomorrow": of days to come there is a forecast only. */
function settleFuture(pool: Pool, words: readonly string[], time: TimeContext): void {
  const said = pool.take("word", (item) => item.word === "future").length > 0;
  const times = pool.peek("time").map((item) => item.time);
  const isAhead = times.length > 0 && times.every((span) => isToCome(span, time.today));
  const wants = said || words.includes("will");
  const mayBe =
    times.length > 0 && times.every((span) => isToCome(span, time.today) || hasAhead(span));
  if (!isAhead && !(wants && mayBe)) return;
  if (pool.peek("metric", (item) => item.metric === "predicted").length > 0) return;
  for (const item of pool.take("metric", (metric) => metric.metric === "usage")) {
    const { verb: _, ...rest } = item;
    pool.put({ ...rest, metric: "predicted" });
  }
  for (const item of pool.peek("cond")) {
    if (item.cond.k !== "metric" || item.cond.metric !== "usage") continue;
    pool.drop(item);
    pool.put({ ...item, cond: { ...item.cond, metric: "predicted" } });
  }
  if (pool.peek("metric").length > 0) return;
  for (const bound of pool.take("threshold", ({ quantity }) => quantity.unit === "bytes")) {
    const { op, quantity, start, end } = bound;
    const cond = { k: "metric", metric: "predicted", op, quantity } as const;
    pool.put({ cat: "cond", cond, start, end, score: 0 });
  }
}

function isToCome(span: TimeSpan, today: string): boolean {
  if (span.k === "days") return (span.from ?? "") > today;
  return span.k === "rolling" && span.direction === "future";
}

function hasAhead(span: TimeSpan): boolean {
  return span.k === "days" && span.ahead !== undefined;
}

/** "The ten biggest users": of data, where nothing of the audit log is asked. */
function settleUsers(pool: Pool, words: readonly string[]): void {
  const [users] = pool.peek("dim", ({ dim, start }) => dim === "actor" && words[start] === "users");
  const isRanked = pool.peek("top").length + pool.peek("superlative").length > 0;
  const isOther = ["noun", "metric", "value", "cond"].some((cat) =>
    pool.items.some((item) => item.cat === cat),
  );
  if (!users || !isRanked || isOther) return;
  pool.drop(users);
  const { start, end, score } = users;
  pool.put(
    { cat: "metric", metric: "usage", start, end: start, score },
    { cat: "noun", view: "sims", conds: [], plural: true, start, end, score },
  );
}

/** "Did not move a single byte": the figure is a part of what is denied. */
function settleDenied(pool: Pool): void {
  const denied = pool.peek(
    "cond",
    ({ cond }) =>
      cond.k === "related" && cond.negated === true && cond.noun.view === "sim_usage_daily",
  );
  for (const { end } of denied)
    pool.take(
      "metric",
      (item) => item.metric === "usage" && !item.agg && item.start >= end && item.start - end <= 3,
    );
}

/** "how many days was each silent": the days without traffic, counted. */
function settleSilentDays(pool: Pool, words: readonly string[]): void {
  if (pool.peek("silent").length > 0) return;
  const unit =
    pool.peek("grain", (item) => isCountable(item))[0] ??
    pool.peek("unit", (item) => item.unit === "day")[0];
  const silent = pool.peek(
    "pred",
    (pred) => pred.inverse === true && SILENT.test(words.slice(pred.start, pred.end).join(" ")),
  )[0];
  const said = pool.peek(
    "cond",
    (item) =>
      item.cond.k === "time" &&
      item.cond.negated === true &&
      SILENT.test(words.slice(item.start, item.end).join(" ")),
  )[0];
  const traffic = pool.peek(
    "cond",
    ({ cond }) =>
      cond.k === "related" && cond.negated === true && cond.noun.view === "sim_usage_daily",
  )[0];
  const found = silent ?? said ?? traffic;
  if (!unit || !found || !pool.asks("count")) return;
  pool.drop(unit);
  pool.drop(found);
  pool.take("quantity", ({ quantity }) => quantity.unit === "bytes" && quantity.value === 0); // "i.e. zero bytes"
  if (said?.cond.k === "time")
    pool.put({ cat: "time", time: said.cond.time, start: said.start, end: said.end, score: 0 });
  const { start, end } = unit;
  pool.put({
    cat: "silent",
    unit: unit.cat === "grain" ? (unit.grain as "day") : "day",
    metric: (traffic?.cond.k === "related" && traffic.cond.noun.metric) || "usage",
    start,
    end,
    score: 0,
  });
}

const SILENT = /silent|quiet|dark|mute|dead/;

function isCountable(grain: ItemOf<"grain">): boolean {
  return !grain.adjective && ["day", "week", "month"].includes(grain.grain);
}
