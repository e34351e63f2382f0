import type { Query } from "#query/query.ts";
import { BEYOND } from "../lexicon/beyond.ts";
import { partsOf } from "../parse/compose.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import { IDENTITIES } from "./subject.ts";
import { Trouble } from "./trouble.ts";

/**
 * What was said of the rows and cannot be put into a query: left out, it would answer another question.
 *
 * @throws Trouble where something of that kind was said.
 */
export function refuseUnread(items: readonly Item[], words: readonly string[]): void {
  refuseWhatItWouldCost(items, words);
  refuseOnEveryDay(items, words);
  for (const [index, item] of items.entries()) {
    const next = items.slice(index + 1).find(isTelling);
    if (item.cat === "by") refusePerRow(item, items[index + 1], words);
    if (item.cat === "group") refuseDoer(item, words);
    if (item.cat === "metric" && next) refuseMoved(item, next, words);
    if (isDone(item, words) && isRows(before(items, index, words)))
      throw new Trouble(
        `I cannot tell from the data whether they were “${words[item.start]}”.`,
        `left:${item.start}:${item.end}`,
      );
    if (item.cat === "value" && next) refuseDoubtfulException(item, next, words);
    if (item.cat === "dim" && next) refuseGroupsThat(items.slice(0, index), item, next);
  }
}

const CHANGE = "(?:upgrad|mov|switch|chang|putting|put |bring|downgrad|migrat)";
const WOULD_COST = new RegExp(
  `\\b(?:what|how much)(?: extra| more)? (?:would|will|does|do|could) .{0,60}\\bcosts?\\b.{0,40}\\b${CHANGE}|\\bhow much (?:would|will|does) ${CHANGE}\\w* .{0,80}\\bcost\\b|\\bcosts? of ${CHANGE}\\w*ing\\b`,
);

/** "What would it cost to move them to Pro 5000": what its preview says before anything happens. */
function refuseWhatItWouldCost(items: readonly Item[], words: readonly string[]): void {
  if (!WOULD_COST.test(words.join(" "))) return;
  const plan = items.find((item) => item.cat === "value" && item.dim === "rate_plan");
  const named =
    plan &&
    words
      .slice(plan.start, plan.end)
      .join(" ")
      .replace(/^(?:to|on|onto) /, "");
  throw new Trouble(
    `What a change costs stands in its preview, before anything happens: ask for the change itself, such as “move … to ${named ?? "another plan"}”. Or is it about what they cost now?`,
    "value",
    [
      "Monthly fees of {those}",
      ...(named ? [`Price of ${named}`] : []),
      "Prices of all rate plans",
    ],
  );
}

/** "ones" and small words only stand between. */
function isTelling(item: Item): boolean {
  if (item.cat === "noun" && item.weak) return item.conds.length > 0;
  return item.cat !== "filler" && item.cat !== "word";
}

/** The words of the whole question beside the query that they became. */
export function refuseBeyond(words: readonly string[], query: Query): void {
  const said = words.join(" ");
  const text = JSON.stringify(query);
  const found = BEYOND.find(({ says, unless }) => says.test(said) && !unless?.test(text));
  if (!found) return;
  if ("vague" in found) throw new Trouble("", `vague:${found.vague}`);
  const { ask, options = [], instead = [] } = found;
  const reworded = instead.flatMap(([says, better]) =>
    says.test(said) ? [said.replace(says, better)] : [],
  );
  throw new Trouble(ask, "beyond", [...reworded, ...options]);
}

const EVERY = new Set(["every", "each", "daily", "weekly", "hourly"]);
const NUMBERS = new Set(["count", "much", "often", "share", "percent", "long"]);

/** "SIMs rejected every day last week": on each of the days, and no figure per day. */
function refuseOnEveryDay(items: readonly Item[], words: readonly string[]): void {
  const [sims] = items.filter(
    (item) => isRows(item) && item.cat === "noun" && item.view === "sims",
  );
  const every = items.find((item) => item.cat === "grain" && EVERY.has(words[item.start] ?? ""));
  const isAsked = items.some((item) => item.cat === "ask" && NUMBERS.has(item.what));
  if (!sims || !every || isAsked || sims.start > every.start) return;
  const between = items.filter((item) => item.start >= sims.end && item.end <= every.start);
  const isSaid = between.some(
    (item) =>
      (item.cat === "metric" && item.verb === true) ||
      (item.cat === "cond" && item.cond.k === "related") ||
      (item.cat === "noun" && item.view !== "sims"),
  );
  const isMeasured = items.some(
    (item) => item.cat === "agg" || item.cat === "group" || item.cat === "unit",
  );
  if (
    isSaid &&
    !isMeasured &&
    !items.some((item) => item.start < sims.start && item.cat === "metric")
  )
    throw new Trouble("On every single one of those days, or a figure for each day?", "value");
}

const EXCEPTING =
  /^(?:except|excluding|but|other|apart|aside|besides|with the exception|leaving|barring|minus)\b/;

/** "all but the critical ones of X": whether X is left out, or looked at, is not said. */
function refuseDoubtfulException(
  left: ItemOf<"value">,
  next: Item,
  words: readonly string[],
): void {
  const said = words.slice(left.start, left.end).join(" ");
  const between = words.slice(left.end, next.start);
  const isTied =
    next.cat === "value" &&
    next.dim !== left.dim &&
    between.some((word) => ["of", "in", "from", "on"].includes(word)) &&
    between.every((word) => TIES.has(word));
  if (left.cond.negated && EXCEPTING.test(said) && isTied)
    throw new Trouble("Is that said of those that are left out, or of all?", "value");
}

const TIES = new Set(
  "ones one those sims cards devices alerts tickets of in from on at the our".split(" "),
);

const COUNTED_ROWS = new Set(["connection_events", "sms_messages", "support_tickets"]);

/** "Attaches per session": one number divided by another, and no split. */
function refusePerRow(by: ItemOf<"by">, next: Item | undefined, words: readonly string[]): void {
  const isRow = next?.cat === "noun" && next.start === by.end && COUNTED_ROWS.has(next.view);
  if (isRow && !next.plural && words[by.end - 1] === "per")
    throw new Trouble(
      "Divided by their number? Each of the two numbers by itself can be shown.",
      "group",
    );
}

/** "Tickets closed by the customer": who did it, and no split by customer. */
function refuseDoer({ start, end }: ItemOf<"group">, words: readonly string[]): void {
  const said = words.slice(start, end).join(" ");
  const isDone = /(?:ed|sent|done|made|found|begun|taken)$/.test(words[start - 1] ?? "");
  if (isDone && /^by (?:the|our|a|an) \w+$/.test(said))
    throw new Trouble(`Is “${said}” who did it, or a number for each?`, "group");
}

const PLACES = new Set(["country", "operator", "rate_plan", "customer", "team"]);

/** "moved to Norway", "that left QuickVend": a change of place, and no amount of data. */
function refuseMoved(metric: ItemOf<"metric">, next: Item, words: readonly string[]): void {
  const isPlace = next.cat === "value" && PLACES.has(next.dim ?? "");
  const said = words.slice(metric.start, metric.end).join(" ");
  const between = words.slice(metric.end, next.start);
  const isMove =
    /^(?:mov|transfer|shift|switch)/.test(said) &&
    between.some((word) => ["to", "from", "into"].includes(word));
  const isLeaving = said === "left" && between.length === 0;
  if (isPlace && (isMove || isLeaving))
    throw new Trouble(
      "Where a SIM was before is not kept. Do you mean where it is now, or where it used data in a period?",
      "value",
    );
}

/** What people do with rows, and nothing records. */
const DONE = new Set(
  `accepted bought carried chased checked copied decided discussed entered examined explained handled inspected investigated
  judged kept looked promised read replied required reviewed sold stayed studied touched verified visited`.split(
    /\s+/,
  ),
);
const BETWEEN = new Set(
  "that which who were was are is been being got get have has had not never already still yet also".split(
    " ",
  ),
);

function isDone(item: Item, words: readonly string[]): boolean {
  return item.cat === "filler" && item.end === item.start + 1 && DONE.has(words[item.start] ?? "");
}

function before(items: readonly Item[], index: number, words: readonly string[]): Item | undefined {
  let at = index - 1;
  while (at >= 0 && BETWEEN.has(words[items[at]?.start ?? 0] ?? "") && isOneWord(items[at])) at--;
  return items[at];
}

function isOneWord(item: Item | undefined): boolean {
  return item !== undefined && item.end - item.start === 1;
}

function isRows(item: Item | undefined): boolean {
  return item?.cat === "noun" && !item.weak;
}

/** "tickets of customers without open alerts": the condition is the customers', which the rows do not tell. */
function refuseGroupsThat(earlier: readonly Item[], dim: ItemOf<"dim">, next: Item): void {
  const isOfRows = earlier.some(isRows) && !IDENTITIES.has(dim.dim); // "SIMs with IMEIs that more than one has"
  const said = partsOf(next); // "between 1 and 5 GB" is two
  const isCondition =
    said.some((one) => one.cat === "cond" && ["related", "count", "metric"].includes(one.cond.k)) &&
    next.start - dim.end <= 1;
  if (isOfRows && dim.plural && isCondition)
    throw new Trouble("Is that said of the rows, or of those that they belong to?", "value");
}
