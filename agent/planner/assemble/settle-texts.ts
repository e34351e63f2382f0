import type { Filter, Member } from "#query/query.ts";
import type { Cond, Item, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

type Quote = ItemOf<"quote">;

/** Quoted texts belong to the messages or the tickets of the question. */
export function settleTexts(pool: Pool, words: readonly string[]): void {
  const quotes = pool.peek("quote");
  const [first] = quotes;
  settleCalled(pool, words);
  settleThing(pool, words);
  if (!first) return;
  settleNamesLike(pool);
  const noun = holderOf(pool, first, words);
  if (!noun) return;
  const view = noun.view;
  const members = view === "sms_messages" ? [BODY] : ticketMembers(pool);
  pool.take("quote");
  pool.take("says");
  const condOf = (some: readonly Quote[]): ValueCond => ({
    k: "value",
    said: some.map((quote) => quote.text).join(" or "),
    options: [{ view, dim: "text", filter: anyOrAll(some, members, words) }],
  });
  const said = predicates(pool, noun, quotes);
  const own = quotes.filter((quote) => !said.includes(quote));
  if (said[0])
    pool.put({
      cat: "value",
      dim: "text",
      cond: condOf(said),
      start: said[0].start,
      end: said[0].end,
      score: 0,
    });
  if (own.length === 0) return;
  pool.drop(noun);
  pool.put({ ...noun, conds: [...noun.conds, condOf(own)] });
}

const NAMES: Readonly<Record<string, Member>> = {
  label: "sims.label",
  sim: "sims.iccid",
  imei: "sims.imei",
  imsi: "sims.imsi",
  msisdn: "sims.msisdn",
};

/** "SIMs whose label starts with “pump”": a part of what they are called by. */
function settleNamesLike(pool: Pool): void {
  const [quote, ...others] = pool.peek(
    "quote",
    ({ how }) => how === "starts_with" || how === "contains",
  );
  const [name, ...more] = pool.peek(
    "dim",
    ({ dim, end }) => dim in NAMES && end <= (quote?.start ?? 0),
  );
  const isOfRows = pool.peek("noun", ({ view, weak }) => view !== "sims" && !weak).length > 0;
  const member = NAMES[name?.dim ?? ""];
  if (!quote || !name || !member || others.length + more.length > 0 || isOfRows) return;
  const { text, how = "contains", negated, start, end } = quote;
  const op = how === "starts_with" ? how : "contains";
  const like: Filter = { member, op, value: text };
  pool.drop(quote);
  pool.drop(name);
  const filter: Filter = negated ? { not: like } : like;
  const cond: ValueCond = {
    k: "value",
    said: text,
    options: [{ view: "sims", dim: "text", filter }],
  };
  pool.put({ cat: "value", dim: "text", cond, start, end, score: 0 });
}

/** "What is that device called": its name is asked for, as none is given. */
function settleCalled(pool: Pool, words: readonly string[]): void {
  for (const called of pool.peek("says", ({ start }) =>
    /^(?:called|named)$/.test(words[start] ?? ""),
  )) {
    const { start, end } = called;
    const isLast = /^(?:[^\p{L}\p{N}]*|and)$/u.test(words[end] ?? "");
    const asks = /\b(?:what|how) (?:is|are|was|were)\b/.test(words.slice(0, start).join(" "));
    if (!isLast || !asks) continue;
    pool.drop(called);
    pool.put({ cat: "dim", dim: "label", start, end, score: 0 });
  }
}

/** "The last thing it texted us": what was texted, and no device. */
function settleThing(pool: Pool, words: readonly string[]): void {
  const isTexted =
    pool.peek("noun", ({ view }) => view === "sms_messages").length > 0 ||
    pool.peek(
      "value",
      ({ dim, cond }) =>
        dim === "direction" && cond.options.some(({ view }) => view === "sms_messages"),
    ).length > 0;
  const isOfOne = pool.peek("value", ({ dim }) => dim === "sim").length > 0;
  if (isTexted && isOfOne) pool.take("noun", ({ start }) => /^things?$/.test(words[start] ?? ""));
}

type ValueCond = Extract<Cond, { k: "value" }>;

/** "what share of the texts mention …": what is said after the verb is the part, not the whole. */
function predicates(pool: Pool, noun: Item, quotes: readonly Quote[]): readonly Quote[] {
  const isPart = pool.asks("percent") !== undefined || pool.asks("share") !== undefined;
  return isPart ? quotes.filter((quote) => quote.how && quote.start >= noun.end) : [];
}

const BODY: Member = "sms_messages.body";

/** Messages or tickets that the question is about; a direction alone means messages. */
function holderOf(pool: Pool, quote: Quote, words: readonly string[]): ItemOf<"noun"> | null {
  const nouns = pool
    .peek("noun", (noun) => noun.view === "sms_messages" || noun.view === "support_tickets")
    .sort((a, b) => distance(a, quote) - distance(b, quote));
  const [nearest, other] = nouns;
  if (nearest && other && nearest.view !== other.view) return null;
  if (nearest) return nearest;
  const isDirected = pool.peek("value", (value) => value.dim === "direction").length > 0;
  const isSent = !isDirected && isReceived(words, quote);
  if (!isDirected && !isSent && !isAnswer(pool, quote, words)) return null;
  const { start, end } = quote;
  const noun: Item & ItemOf<"noun"> = {
    cat: "noun",
    view: "sms_messages",
    conds: isDirected ? [] : [isSent ? TO_DEVICE : FROM_DEVICE],
    start,
    end,
    score: 0,
  };
  return noun;
}

/** "Devices that sent “LOW BATT”", "units that answered 'ERR 17'": what a device says comes in a message of its own. */
function isAnswer(pool: Pool, quote: Quote, words: readonly string[]): boolean {
  const [noun, ...others] = pool.peek("noun", (one) => !one.weak);
  const isSaid = quote.how === "says" || words[quote.start - 1] === "sent";
  return isSaid && noun?.view === "sims" && noun.end <= quote.start && others.length === 0;
}

/** "Devices that received REBOOT". */
function isReceived(words: readonly string[], { start }: Quote): boolean {
  return /^(?:received|receive|got|get)$/.test(words[start - 1] ?? "");
}

const directed = (direction: "mo" | "mt", said: string): ValueCond => ({
  k: "value",
  said,
  options: [
    {
      view: "sms_messages",
      dim: "direction",
      filter: { member: "sms_messages.direction", op: "eq", value: direction },
    },
  ],
});
const FROM_DEVICE = directed("mo", "from the device");
const TO_DEVICE = directed("mt", "to the device");

function distance(a: Item, b: Item): number {
  return Math.abs(a.start - b.start);
}

function ticketMembers(pool: Pool): Member[] {
  const named = pool.take("dim", (item) => item.dim === "subject" || item.dim === "description");
  const dims = new Set(named.map((item) => item.dim));
  return (["subject", "description"] as const)
    .filter((dim) => dims.size === 0 || dims.has(dim))
    .map((dim): Member => `support_tickets.${dim}`);
}

/** "refund" or "refunded": either; otherwise all that is quoted. */
function anyOrAll(
  quotes: readonly Quote[],
  members: readonly Member[],
  words: readonly string[],
): Filter {
  const filters = quotes.map((quote) => holds(quote, members));
  const [first] = filters;
  if (first && filters.length === 1) return first;
  const between = words.slice(quotes[0]?.end ?? 0, quotes.at(-1)?.start ?? 0);
  return between.includes("or") ? { or: filters } : { and: filters };
}

function holds({ text, how, negated }: Quote, members: readonly Member[]): Filter {
  const isCommand = /^\p{Lu}{2,}(?![\p{Ll}])/u.test(text);
  const op =
    how === "starts_with" || (how !== "contains" && isCommand) ? "starts_with" : "contains";
  const filters = members.map((member): Filter => ({ member, op, value: text }));
  const [first] = filters;
  const held: Filter = first && filters.length === 1 ? first : { or: filters };
  return negated ? { not: held } : held;
}
