import { reachable } from "#query/relations.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { ItemOf } from "../parse/items.ts";
import { TIME_UNITS } from "./figures.ts";
import type { Pool } from "./pool.ts";
import { settleRatio } from "./ratio-of-states.ts";
import { settleActivePerDay } from "./settle-active-per-day.ts";
import { settleAmounts } from "./settle-amounts.ts";
import { settleAudit } from "./settle-audit.ts";
import { settleByDistinct } from "./settle-by-distinct.ts";
import { settleByRows } from "./settle-by-rows.ts";
import { settleDaysAbove } from "./settle-days-above.ts";
import { settleConfidence, settleDesk } from "./settle-desk.ts";
import { settleDistinct } from "./settle-distinct.ts";
import { settleDurations } from "./settle-durations.ts";
import { settleEvents } from "./settle-events.ts";
import { refuseForecastAgainstPast, settleExpected, settleForecasts } from "./settle-forecasts.ts";
import { settleInUse } from "./settle-in-use.ts";
import { settleIncluded } from "./settle-included.ts";
import { settleKinds } from "./settle-kinds.ts";
import { settleLapsing } from "./settle-lapsing.ts";
import { settleLastOfTheirs } from "./settle-last-of-theirs.ts";
import { settleLongestOpen } from "./settle-longest-open.ts";
import { settleOfRelated } from "./settle-of-related.ts";
import { settleOn } from "./settle-on.ts";
import { settleOverage } from "./settle-overage.ts";
import { settlePeople } from "./settle-people.ts";
import { settleDoers, settleNetwork, settlePlaces } from "./settle-places.ts";
import { settlePlanAsked } from "./settle-plan-asked.ts";
import { settlePresence } from "./settle-presence.ts";
import { settleNamedPrice, settlePriceBound, settlePrices } from "./settle-prices.ts";
import { settleQuotas } from "./settle-quotas.ts";
import { settleRules } from "./settle-rules.ts";
import { settleRunning } from "./settle-running.ts";
import { settleAllOf, settleSaidTwice } from "./settle-said-twice.ts";
import { settleShares } from "./settle-shares.ts";
import { settleStates } from "./settle-states.ts";
import { settleTerse } from "./settle-terse.ts";
import { settleTexts } from "./settle-texts.ts";
import { settleTimes } from "./settle-times.ts";
import { settleTotals, settleWhose } from "./settle-totals.ts";
import { settlePerSimOfGroups, settleTypical } from "./settle-typical.ts";
import { settleUnsaidRows } from "./settle-unsaid-rows.ts";
import { settleGrowth, settleOrigin } from "./settle-usage.ts";
import { settleUseOfGroups } from "./settle-use-of-groups.ts";
import { settleMostUsed, settleUseBound, settleUsers } from "./settle-users.ts";
import { settleWeekdays } from "./settle-weekdays.ts";
import { settleWhichMore } from "./settle-which-more.ts";
import { settleWithFigure } from "./settle-with-figure.ts";
import { Trouble } from "./trouble.ts";

/** A figure that each SIM has one of. */
export function isState(name: MetricName): boolean {
  const { view } = metricOf(name);
  return view === "sims" || reachable("sims").has(view);
}

/** Readings that only the whole question settles. */
export function settle(pool: Pool, words: readonly string[]): void {
  settleOn(pool, words);
  settleTerse(pool, words);
  settleUnsaidRows(pool, words);
  settleByRows(pool, words);
  settleByDistinct(pool);
  settleTypical(pool, words);
  settlePerSimOfGroups(pool, words);
  settleActivePerDay(pool);
  settleLongestOpen(pool, words);
  settleConfidence(pool);
  settleDaysAbove(pool, words);
  settleWhichMore(pool, words);
  settlePrices(pool, words);
  settleNamedPrice(pool, words);
  settlePlanAsked(pool, words);
  settlePriceBound(pool, words);
  settleOverage(pool, words);
  settleDistinct(pool);
  settleUsers(pool, words);
  settleMostUsed(pool, words);
  settleUseBound(pool);
  settleUseOfGroups(pool);
  settleInUse(pool, words);
  settleLapsing(pool, words);
  settleRunning(pool, words);
  if (
    pool.peek("metric").length === 0 &&
    pool.peek("cond", (item) => item.cond.k === "metric").length === 0
  ) {
    const unit = pool.peek("unit", (item) => ["kB", "MB", "GB", "TB"].includes(item.unit))[0];
    if (unit && pool.peek("value", (item) => item.dim === "quota_type").length === 0)
      pool.put({ cat: "metric", metric: "usage", start: unit.start, end: unit.end, score: 0 });
  }
  settleWeekdays(pool);
  settleLastOfTheirs(pool, words);
  settleIncluded(pool, words);
  settleTimes(pool, words);
  settleOrders(pool);
  settleThatTime(pool);
  settleRatio(pool, words);
  settleKinds(pool, words);
  settleSaidTwice(pool, words);
  settleForecasts(pool);
  settleExpected(pool);
  refuseForecastAgainstPast(pool, words);
  const showsMore = settleWithFigure(pool, words);
  settleAllOf(pool, words);
  settleTexts(pool, words);
  settleAudit(pool, words);
  settleOrigin(pool);
  settleDesk(pool, words);
  settleGrowth(pool, words);
  settleHowManyHours(pool, words);
  settleWhichUnits(pool);
  settleWhenOf(pool);
  settlePointing(pool, words);
  settleDurations(pool, words);
  settlePresence(pool, words);
  settleQuotas(pool, words);
  settleShares(pool, words);
  settleRules(pool, words);
  settlePeople(pool, words);
  settleEvents(pool);
  settleNetwork(pool, words);
  settleDoers(pool, words);
  settlePlaces(pool, words);
  settleStates(pool, words);
  settleOfRelated(pool);
  settleAmounts(pool, words);
  settlePlanData(pool);
  const metrics = pool.peek("metric");
  if (metrics.length > 1) {
    const usage = metrics.filter((item) => item.metric === "usage");
    const others = metrics.filter((item) => item.metric !== "usage");
    const swallowed =
      !showsMore &&
      others.length > 0 &&
      !isShareOf(pool, usage[0]) &&
      !isBeside(pool, usage[0], others, words) &&
      (others.some(
        (item) => ["upload", "download"].includes(item.metric) || isState(item.metric),
      ) ||
        usage.length === 0);
    for (const item of usage.slice(swallowed ? 0 : 1)) {
      const agg = item.agg;
      const [first] = swallowed ? others : usage;
      pool.drop(item);
      if (agg && first && !first.agg)
        pool.put({ cat: "agg", agg, start: item.start, end: item.start, score: 0 });
    }
  }
  settleTotals(pool, words);
  settleWhose(pool, words);
  const seen = new Set<string>();
  for (const item of pool.peek("metric")) {
    if (seen.has(item.metric)) pool.drop(item);
    seen.add(item.metric);
  }
  if (
    pool.peek("compare").length === 0 &&
    pool.peek("time").length < 2 &&
    pool.peek("metric").length === 0
  ) {
    for (const item of pool.peek("change")) {
      if (isComparedCount(pool, words[item.start] ?? "")) continue;
      if (words.slice(item.start, item.end).includes("much"))
        throw new Trouble("By how much of what?", `left:${item.start}:${item.end}`);
      pool.drop(item);
      if (pool.peek("noun").length > 0) continue;
      const isRanked = pool.peek("superlative").length > 0;
      if (isRanked || !words[item.start]?.startsWith("chang"))
        throw new Trouble("Growth of which figure, in which period?", "compare");
      pool.put({
        cat: "noun",
        view: "audit_logs",
        conds: [],
        start: item.start,
        end: item.end,
        score: 0,
      });
    }
  }
}

/** "Upload as % of all traffic": the whole is named besides the part. */
function isShareOf(pool: Pool, whole: ItemOf<"metric"> | undefined): boolean {
  const share = pool.asks("percent") ?? pool.asks("share");
  return share !== undefined && whole !== undefined && whole.start >= share.end;
}

/** "Usage last month and quota": what was used in a period is another figure than what stands without one. */
function isBeside(
  pool: Pool,
  use: ItemOf<"metric"> | undefined,
  others: readonly ItemOf<"metric">[],
  words: readonly string[],
): boolean {
  if (!use || use.verb || pool.peek("time").length === 0) return false;
  return others.every((other) => {
    const [first, second] = use.start < other.start ? [use, other] : [other, use];
    const between = words.slice(first.end, second.start).join(" ");
    return (
      isState(other.metric) &&
      /\b(?:and|next to|beside|besides|vs|versus|against|plus)\b|[,&+]/.test(between)
    );
  });
}

/** "Cranes, heaviest first": by what they used, also where that is not said. */
function settleOrders(pool: Pool): void {
  if (pool.peek("metric").length > 0) return;
  for (const { start, end } of pool.peek("order", (order) => order.metric === "usage"))
    pool.put({ cat: "metric", metric: "usage", start, end, score: 0 });
}

/** "… on Sunday. Any detaches that day": the time that was named, or the group of the row that was. */
function settleThatTime(pool: Pool): void {
  const isNamed = pool.items.some((item) =>
    ["time", "grain", "compare", "cond"].includes(item.cat),
  );
  if (isNamed) pool.take("word", (item) => item.word === "thatTime");
  else if (pool.has("thatTime"))
    throw new Trouble("Which day or which period do you mean?", "time");
}

/** "Did rejects go up in October": their number, beside that of the time before. */
function isComparedCount(pool: Pool, word: string): boolean {
  const rows = pool.peek(
    "noun",
    (noun) => !noun.weak && noun.view !== "sims" && noun.view !== "audit_logs",
  );
  return rows.length > 0 && pool.peek("time").length === 1 && !word.startsWith("change");
}

/** "When did X last have a reject": the rejects, not the SIM that had them. */
function settleWhenOf(pool: Pool): void {
  const isLast = pool.peek("superlative", (item) => item.members?.length === 0).length > 0;
  if (!pool.asks("when") || !isLast) return;
  const [had, ...others] = pool.peek("cond", ({ cond }) => cond.k === "related");
  if (had?.cond.k !== "related" || had.cond.negated || had.cond.noun.metric || others.length > 0)
    return;
  pool.drop(had);
  const { start, end } = had;
  pool.put({ ...had.cond.noun, start, end, score: 0 });
}

/** "What does the plan cost and how much data is in it": what is included, as nobody used anything. */
function settlePlanData(pool: Pool): void {
  const isOfPlan =
    pool.peek("metric", ({ metric }) => metricOf(metric).view === "rate_plans").length > 0;
  const isOfUse =
    pool.peek("time").length > 0 || pool.peek("noun", (noun) => !noun.weak).length > 0;
  if (!isOfPlan || isOfUse) return;
  for (const item of pool.peek("metric", ({ metric, verb }) => metric === "usage" && !verb)) {
    pool.drop(item);
    pool.put({ ...item, metric: "included_data" });
  }
}

/** "How many hours did it take": how long, in hours. */
function settleHowManyHours(pool: Pool, words: readonly string[]): void {
  const count = pool.asks("count");
  const unit = pool.peek(
    "unit",
    (item) => TIME_UNITS.includes(item.unit) && item.start === count?.end,
  )[0];
  if (
    !count ||
    !unit ||
    !/\b(take|takes|took|taken|need|needed|until|before)\b/.test(words.join(" "))
  )
    return;
  pool.drop(count);
  pool.put({ ...count, what: "long" });
}

/** "Which days had more than 100 rejects", "the five busiest hours": days are what is asked for, not a unit. */
function settleWhichUnits(pool: Pool): void {
  const asks = [...pool.peek("ask", (item) => item.what === "which"), ...pool.peek("superlative")];
  for (const item of pool.peek("unit", ({ start }) => asks.some((ask) => ask.end === start))) {
    const { unit, start, end } = item;
    if (unit !== "day" && unit !== "hour") continue;
    pool.drop(item);
    pool.put({ cat: "grain", grain: unit, adjective: false, start, end, score: 0 });
  }
}

/** "Rejects on that network", where the network has been named: no split by network. */
function settlePointing(pool: Pool, words: readonly string[]): void {
  for (const dim of pool.peek("dim")) {
    const points = ["that", "this", "these", "those", "same"].includes(words[dim.start - 1] ?? "");
    if (points && pool.peek("value", (item) => item.dim === dim.dim).length > 0) pool.drop(dim);
  }
}
