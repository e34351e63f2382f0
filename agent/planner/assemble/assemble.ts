import type { Query } from "#query/query.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import type { TimeContext } from "../time/span.ts";
import { aboveAverage, refuseNoFigure } from "./above-average.ts";
import { activatedAndDeactivated } from "./activated-deactivated.ts";
import { refuseAgain } from "./again.ts";
import { namedOneByOne } from "./beside.ts";
import { besideGroups } from "./beside-groups.ts";
import { isColumnsOnly } from "./columns-only.ts";
import { compared } from "./compare.ts";
import { comparedValues } from "./compared-values.ts";
import { isTimesBound } from "./count-parts.ts";
import { countedGroups } from "./counted-groups.ts";
import { countRows } from "./counts.ts";
import { countsOfTimes } from "./counts-of-times.ts";
import { refuseDeeds } from "./deeds.ts";
import { directionShare } from "./direction-share.ts";
import { halves } from "./double.ts";
import { exceptionsGoOn } from "./exceptions.ts";
import { refuseFeesOfTime } from "./fees-of-time.ts";
import { lastContactOfEach } from "./last-contact.ts";
import { lastUse } from "./last-use.ts";
import { latestOfEach, whoseIsLatest } from "./latest-of-each.ts";
import { leaderAlone, withShare } from "./leader-share.ts";
import { listRows } from "./list.ts";
import { aggregate } from "./measures.ts";
import { mentionsGoOn } from "./mentions.ts";
import { openedAndClosed } from "./opened-closed.ts";
import { againstOwnAverage } from "./own-average.ts";
import { partOfWhole } from "./part-of-whole.ts";
import { perOneOfOther, perSimOfGroup } from "./per-one.ts";
import { isDistribution, isPercentOfEach } from "./percent-shape.ts";
import { placesOfOne } from "./places-of-one.ts";
import { Pool } from "./pool.ts";
import { keepPromises } from "./promises.ts";
import { ratePerMany } from "./rates.ts";
import { ratioOfStates } from "./ratio-of-states.ts";
import {
  refuseBareComparison,
  refuseInvalid,
  refuseListedSims,
  refuseSameAs,
  refuseSecondCount,
} from "./refusals.ts";
import { withColumns } from "./requests.ts";
import { keepSaid } from "./said.ts";
import { isState, settle } from "./settle.ts";
import { settleEachOf } from "./settle-each-of.ts";
import { settleRanOut } from "./settle-ran-out.ts";
import { settleUsage } from "./settle-usage.ts";
import { shareBound } from "./share-bound.ts";
import { leadersIn, withLeaders } from "./share-of-leaders.ts";
import { shareOfTheirs } from "./share-of-theirs.ts";
import { percentOf, refuseTwoShares, shareOf } from "./shares.ts";
import { silentUnits } from "./silent-units.ts";
import { simsAndTheirUse } from "./sims-and-use.ts";
import { averageSize } from "./sizes-of-groups.ts";
import { spreadOfUse } from "./spread-of-use.ts";
import { type Subject, subjectOf } from "./subject.ts";
import { together } from "./together.ts";
import { Trouble } from "./trouble.ts";
import { priceOfTwo, twoHeld, withTwo } from "./two-held.ts";
import { refuseBeyond, refuseUnread } from "./unread.ts";
import { usageBesideStates } from "./usage-beside-states.ts";
import { refuseVague } from "./vague-words.ts";
import { withGroups } from "./whose-rows.ts";
import { withAndWithout } from "./with-and-without.ts";
import { withZeroGroups } from "./zero-groups.ts";

export interface Assembled {
  readonly query: Query;
  readonly assumptions: string[];
}

export interface Task {
  readonly pool: Pool;
  readonly subject: Subject;
  readonly time: TimeContext;
  readonly words: readonly string[];
  readonly assumptions: string[];
}

/**
 * The query that a question's items mean together.
 *
 * @throws Trouble where an item finds no place, or a needed one is missing.
 */
export function assemble(
  said: readonly Item[],
  words: readonly string[],
  time: TimeContext,
  { asList = false } = {},
): Assembled {
  const whole = perSimOfGroup(comparedValues(mentionsGoOn(said, words), words));
  const items = perOneOfOther(exceptionsGoOn(whole, words), words);
  refuseSameAs(items, words);
  refuseListedSims(items, words);
  refuseUnread(items, words);
  refuseAgain(items, words);
  refuseTwoShares(items);
  refuseBareComparison(items, words);
  const beside = asList
    ? null
    : besideGroups(items, words, (half, heard, asRows) => assembleOne(half, heard, time, asRows));
  if (beside) return beside;
  const two = asList ? null : halves(items, words);
  if (two) {
    const [a, b] = two.map((half) => assembleOne(half, words, time, false));
    const query = a && b ? together(a.query, b.query) : null;
    if (!a || !b || !query) throw new Trouble("Two questions at once: which one first?", "count");
    return { query, assumptions: [...new Set([...a.assumptions, ...b.assumptions])] };
  }
  const held = asList ? null : twoHeld(items, words);
  if (held) {
    const price = priceOfTwo(held);
    if (price) return { query: price, assumptions: [] };
    const made = assembleOne(held.whole, words, time, false);
    return { ...made, query: withTwo(made.query, held) };
  }
  const leaders = asList ? null : leadersIn(items);
  if (leaders) {
    const made = assembleOne(leaders.whole, words, time, false);
    return { ...made, query: withLeaders(made.query, leaders) };
  }
  const leader = asList ? null : leaderAlone(items);
  if (leader) {
    const made = assembleOne(leader, words, time, false);
    return { ...made, query: withShare(made.query) };
  }
  const one = assembleOne(items, words, time, asList);
  refuseSecondCount(items, one.query);
  refuseDeeds(words, one.query);
  return one;
}

function assembleOne(
  items: readonly Item[],
  words: readonly string[],
  time: TimeContext,
  asList: boolean,
): Assembled {
  const pool = new Pool(withColumns(withGroups(items), words));
  settleRanOut(pool, words, time);
  settleEachOf(pool, words, time);
  settle(pool, words);
  settleUsage(pool, words, time);
  refuseVague(pool, words);
  refuseFeesOfTime(pool, words);
  const assumptions: string[] = [];
  const subject = subjectOf(pool);
  const task: Task = { pool, subject, time, words, assumptions };
  const chosen = asList ? listRows(task) : choose(task);
  const counted = withZeroGroups(items, countedGroups(task, items, chosen) ?? chosen);
  const query = aboveAverage(counted, subject);
  for (const item of pool.left().filter((left) => !isPreposition(left, words))) {
    refuseNoFigure(item);
    throw new Trouble(
      `I could not place “${words.slice(item.start, item.end).join(" ")}” in this question.`,
      `left:${item.start}:${item.end}`,
    );
  }
  keepPromises(items, query);
  keepSaid(items, words, query);
  refuseBeyond(words, query);
  refuseInvalid(query);
  return { query, assumptions };
}

/** "over MCP", "label + plan": a comparison without a figure is only a preposition. */
function isPreposition(item: Item, words: readonly string[]): boolean {
  if (item.cat === "word")
    return item.word === "orMore" && /^(?:\+|plus)$/.test(words[item.start] ?? "");
  const said = words.slice(item.start, item.end).join(" ");
  if (
    item.cat === "cmp" &&
    /^(?:(?:went|gone|going|goes|go) (?:over|past|above)|(?:came|come|comes) in over)$/.test(said)
  )
    return true;
  return (
    item.cat === "cmp" &&
    item.end === item.start + 1 &&
    ["over", "past", "above", "plus", "more", "exactly", "precisely"].includes(
      words[item.start] ?? "",
    ) &&
    words[item.start] !== "more"
  );
}

function choose(task: Task): Query {
  const { pool, subject } = task;
  if (pool.peek("perMany").length > 0) return ratePerMany(task);
  if (pool.peek("silent").length > 0) return silentUnits(task);
  const compare =
    shareBound(task) ??
    withAndWithout(task) ??
    directionShare(task) ??
    lastUse(task) ??
    lastContactOfEach(task) ??
    placesOfOne(task) ??
    latestOfEach(task) ??
    whoseIsLatest(task) ??
    openedAndClosed(task) ??
    activatedAndDeactivated(task) ??
    averageSize(task) ??
    countsOfTimes(task) ??
    spreadOfUse(task) ??
    shareOfTheirs(task) ??
    againstOwnAverage(task) ??
    compared(task) ??
    simsAndTheirUse(task) ??
    usageBesideStates(task);
  if (compare) return compare;
  const metrics = pool.peek("metric");
  if (pool.peek("column").length > 0 && !isCountPerDay(pool) && !isRankedByCount(pool))
    return listRows(task);
  if (pool.asks("percent") && subject.noun && metrics.length === 0)
    return isDistribution(task) ? shareOf(task) : percentOf(task);
  const grouped =
    pool.peek("group").length > 0 ||
    pool.peek("grain", (item) => item.adjective || pool.asks("count") !== undefined).length > 0;
  if (
    (pool.asks("share") || pool.asks("percent")) &&
    (metrics.length > 0 || subject.noun) &&
    !metrics.some((item) => ["percent", "fraction"].includes(metricOf(item.metric).kind))
  ) {
    if (metrics.length === 0 && isPercentOfEach(task)) return percentOf(task);
    if (grouped || subject.dims.length > 0) return shareOf(task);
    if (metrics.length > 0 && subject.ranked === false) return partOfWhole(task);
    if (subject.noun && metrics.length === 0) return percentOf(task);
  }
  if (metrics.length === 0 && pool.has("ratio")) return ratioOfStates(task);
  const counted = pool.asks("count") !== undefined || pool.asks("often") !== undefined;
  if (
    subject.single &&
    !pool.has("fill") &&
    !grouped &&
    (!counted || asksForAmount(pool)) &&
    metrics.every((item) => isState(item.metric)) &&
    !subject.events
  )
    return listRows(task);
  if (isStateOfEach(task)) {
    pool.take("group");
    return listRows(task);
  }
  if (isHistoryOfOne(task)) {
    pool.take("word", ({ word }) => word === "trend");
    return listRows(task);
  }
  if (metrics.length > 0 && !isColumnsOnly(task)) return aggregate(task);
  if (isRowComparison(task)) return listRows(task);
  if (pool.peek("cond", (item) => item.cond.k === "versus").length > 0) return aggregate(task);
  if (
    counted ||
    grouped ||
    (pool.peek("versusword").length > 0 && namedOneByOne(task).length > 0) ||
    subject.isGrouped ||
    pool.has("trend") ||
    pool.peek("cond", (item) => item.cond.k === "count").length > 0 ||
    (subject.events && pool.peek("threshold", isTimesBound).length > 0) ||
    (subject.ranked && metrics.length === 0)
  )
    return countRows(task);
  return listRows(task);
}

/** "SMS history of cam-16": what was sent, and not how often. */
function isHistoryOfOne({ pool, subject, words }: Task): boolean {
  const isHistory = ({ start, end, word }: ItemOf<"word">) =>
    word === "trend" && words.slice(start, end).includes("history");
  const { noun, single } = subject;
  return single && noun !== null && noun.view !== "sims" && pool.peek("word", isHistory).length > 0;
}

/** "How much is left on each washer": nothing to add up. */
function isStateOfEach({ pool, subject }: Task): boolean {
  const groups = pool.peek("group").flatMap((item) => item.groups);
  const metrics = pool.peek("metric");
  return (
    subject.noun?.view === "sims" &&
    groups.length > 0 &&
    groups.every((group) => group.k === "sim") &&
    metrics.length > 0 &&
    metrics.every((item) => isState(item.metric) && item.agg === undefined) &&
    pool.peek("agg").length === 0 &&
    pool.peek("grain").length === 0 &&
    pool.peek("threshold").length === 0 &&
    !pool.asks("share") &&
    !pool.asks("percent")
  );
}

/** "The noisiest rules, with their number of alerts": ranked by that number. */
function isRankedByCount(pool: Pool): boolean {
  const isCounted = pool.peek("column", ({ counted }) => counted !== undefined).length > 0;
  const isBare = pool.peek("superlative", (item) => !item.members && !item.metric).length > 0;
  return isCounted && isBare && pool.peek("noun").length === 0;
}

/** "5 or more rejects on one day; SIM, day, number": each day of each SIM is a row. */
function isCountPerDay(pool: Pool): boolean {
  const isBounded =
    pool.peek("cond", (item) => item.cond.k === "count").length > 0 ||
    pool.peek("threshold", isTimesBound).length > 0;
  return isBounded && pool.has("single_day");
}

/** "How many MB are left": an amount that each SIM has, not a number of rows. */
function asksForAmount(pool: Pool): boolean {
  const ask = pool.asks("count");
  if (!ask) return false;
  return [...pool.peek("metric"), ...pool.peek("unit")].some(
    (item) => item.start >= ask.end && item.start - ask.end <= 1,
  );
}

/** "anomalies with observed over twice the expected": two figures of each row that is asked for. */
function isRowComparison({ pool, subject }: Task): boolean {
  const from = subject.noun?.view;
  if (from !== "anomalies" || pool.asks("count") || pool.peek("group").length > 0) return false;
  return pool
    .peek("cond")
    .some(
      ({ cond }) =>
        cond.k === "versus" && [cond.a, cond.b].every((name) => metricOf(name).view === from),
    );
}
