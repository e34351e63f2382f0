import { CATALOGUE } from "#query/catalogue.ts";
import { isList } from "#query/mode.ts";
import type { Query } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/**
 * What was asked for in so many words must be in the answer: a percentage, an average, a number of
 * rows, an amount of data. A query that has found no place for it answers another question.
 *
 * @throws Trouble where a promise is broken.
 */
export function keepPromises(items: readonly Item[], query: Query): void {
  const pool = new Pool(items);
  const text = JSON.stringify(query, (key, value) => (SAID.has(key) ? undefined : value));
  const percent = pool.asks("percent") ?? pool.asks("share");
  if (percent && !/percent|share|probability|ratio|risk|confidence|factor/.test(text))
    throw new Trouble("A percentage of what?", `left:${percent.start}:${percent.end}`);
  const much = pool.asks("much");
  const figures: readonly Item["cat"][] = ["metric", "unit", "quantity", "threshold"];
  const isNamed =
    pool.items.some((item) => figures.includes(item.cat)) ||
    pool.peek("cond", ({ cond }) => cond.k === "metric" || cond.k === "versus").length > 0;
  const isCountOnly = query.measures?.every(
    ({ measure }) => "agg" in measure && measure.agg === "count",
  );
  if (much && !isNamed && (isCountOnly || (isList(query) && !query.measures)))
    throw new Trouble("How much of what?", `left:${much.start}:${much.end}`);
  const divisor = pool.peek("metric").find((item) => isDivisor(item, pool));
  if (divisor && !text.includes("price_per_"))
    throw new Trouble("Per how much of what?", `left:${divisor.start}:${divisor.end}`);
  const said = [...pool.peek("agg"), ...pool.peek("metric", ({ agg }) => agg !== undefined)];
  const isImplied = ({ start, end }: Item) =>
    pool.peek("group", (group) => group.start === start && group.end === end).length > 0; // "per SIM by customer"
  const aggregate = (said.length > 1 ? said.filter((item) => !isImplied(item)) : said).find(
    (item) =>
      (item.agg === "avg" || item.agg === "median" || item.agg === "p95") &&
      !text.includes(`"${item.agg}"`) &&
      !text.includes('"per"'),
  );
  if (aggregate) throw new Trouble("An average of what, and over what?", "average");
  const unit = pool.peek("unit", (item) => ["kB", "MB", "GB", "TB"].includes(item.unit))[0];
  if (
    unit &&
    !/volume|bytes|remaining|total|used|predicted|observed|expected|upper|lower|per_mb/.test(text)
  )
    throw new Trouble(`${unit.unit} of what?`, `left:${unit.start}:${unit.end}`);
  const isCounted = ({ start }: Item) => pool.asks("count")?.end === start;
  const span = pool.peek("unit", (item) => /day|hour|minute/.test(item.unit) && isCounted(item))[0];
  if (span && !/day|hour|minute|duration|_at"|date|recurring/.test(text))
    throw new Trouble(`${span.unit}s of what?`, `left:${span.start}:${span.end}`);
  const shown = isList(query) && !query.columns ? CATALOGUE[query.from].defaultColumns.join() : "";
  if (pool.asks("long") && !/minutes|hours|days|duration|cooldown|_at"|date/.test(text + shown))
    throw new Trouble("How long what takes, or lasts?", "value");
  const when = pool.asks("when");
  if (when && !isList(query) && !showsDate(query))
    throw new Trouble("When what happened?", `left:${when.start}:${when.end}`);
  const different = pool.asks("distinct");
  if (different && !/"count_distinct"|"groupBy"|"countGroups"|"columns"/.test(text))
    throw new Trouble("Different what?", `left:${different.start}:${different.end}`);
  if (pool.asks("often") && !/"agg":"count/.test(text))
    throw new Trouble("How often what happened?", "value");
  const versus = pool.peek("versusword")[0];
  const isInARow = pool.peek("time", ({ time }) => time.k === "days" && !!time.named).length > 0;
  if (versus && !showsSeveral(query, isInARow))
    throw new Trouble("What exactly should be compared with what?", "compare");
  const day = pool.peek("word", (item) => item.word === "whichDay")[0];
  if (day && !/_at|_date|day|date|"grain"/.test(text))
    throw new Trouble("Which date is meant?", `left:${day.start}:${day.end}`);
  if (isUncounted(pool, query, text))
    throw new Trouble("Several figures at once: which one first?", "count");
}

/** "When did it last use data, and how much": a date is among what is shown. */
function showsDate({ groupBy, measures }: Query): boolean {
  return /\.(?:day|timestamp|\w+_at|\w+_date)"|"grain"|(?:days|hours|minutes)_/.test(
    JSON.stringify([
      groupBy,
      measures?.map(({ measure }) => ("where" in measure ? { ...measure, where: null } : measure)),
    ]),
  );
}

/** Names and texts are no figures: a customer called "Brisk" is no risk, "last 7 days" no duration. */
const SAID = new Set(["value", "values", "label"]);

/** Two figures, two rows, or one figure held against another. */
function showsSeveral(query: Query, isInARow: boolean): boolean {
  return (
    (query.measures?.length ?? 0) > 1 ||
    (query.columns?.length ?? 0) > 1 ||
    (query.groupBy ?? []).some(({ grain }) => isInARow || !grain || RECURRING.has(grain)) ||
    query.having !== undefined ||
    JSON.stringify(query).includes('"other"')
  );
}

/** "New vs closed per week": the weeks are not what is held against each other, the weekdays may be. */
const RECURRING: ReadonlySet<string> = new Set(["weekday", "hour_of_day"]);

/** "how many did not move a byte": rows are counted, whatever figure comes. */
function isDid({ cond }: Extract<Item, { cat: "cond" }>): boolean {
  return cond.k === "related" || cond.k === "value" || cond.k === "time";
}

/** "The price per included GB": a figure behind "per" divides, and no query does that by itself. */
function isDivisor(item: ItemOf<"metric">, pool: Pool): boolean {
  const isPer = pool.peek("by").some((by) => by.end === item.start);
  return isPer && ["included_data", "included_sms"].includes(item.metric);
}

/** "how many SIMs, and what do they cost": the number of rows is one of the figures. */
function isUncounted(pool: Pool, query: Query, text: string): boolean {
  const ask = pool.asks("count");
  if (!ask || /"agg":"count|"countGroups"/.test(text)) return false;
  const next = pool.items
    .filter((item) => item.start >= ask.end && !["filler", "word", "ask"].includes(item.cat))
    .sort((a, b) => a.start - b.start)[0];
  if (next?.cat === "cond" && isDid(next)) return true;
  if (pool.peek("agg").some(({ start }) => start >= ask.start && start - ask.end <= 1)) return true; // "number and total"
  if (next?.cat !== "noun" || next.weak || next.start - ask.end > 2) return false;
  const isOfMessages = next.view === "sms_messages" && /"(?:quota_sms|sim_quota)\./.test(text);
  const isBalance =
    isOfMessages ||
    pool
      .peek("metric")
      .some((item) => ["sms_remaining", "sms_used", "sms_quota"].includes(item.metric));
  const isCount = (query.measures ?? []).some(
    ({ measure }) => "op" in measure || "share" in measure,
  );
  return (
    !isBalance &&
    !isCount &&
    (isList(query) || pool.peek("metric").every((item) => metricOf(item.metric).kind !== "number"))
  );
}
