import type { ItemOf, NounSem } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

/** Only tickets are split by these, or have them. */
const OF_TICKETS: ReadonlySet<string> = new Set(["team", "category", "priority"]);

/** Rows that go without saying: "what is every team still sitting on", "SIMs that sent MO but got no MT". */
export function settleUnsaidRows(pool: Pool, words: readonly string[]): void {
  settleTickets(pool);
  settleMessages(pool, words);
  settleOneEach(pool);
  settlePartOfRate(pool, words);
}

/** "Success % of messages, delivered vs all": which part of which whole the rate is, said once more. */
function settlePartOfRate(pool: Pool, words: readonly string[]): void {
  const [rate] = pool.peek("metric", ({ metric }) => metric === "delivery_rate");
  if (
    !rate ||
    !/\bdelivered (?:vs|versus|against|of|over|out of|\/) (?:all|total|sent)\b/.test(
      words.join(" "),
    )
  )
    return;
  pool.take("value", ({ start }) => words[start] === "delivered");
  pool.take("versusword");
}

function settleTickets(pool: Pool): void {
  const isNamed = pool.peek("noun", ({ weak }) => !weak).length > 0;
  if (isNamed || pool.peek("metric").length > 0 || pool.peek("column").length > 0) return;
  const [group, ...others] = pool.peek("group").flatMap(({ groups }) => groups);
  const isTheirs = group?.k === "dim" && OF_TICKETS.has(group.dim) && others.length === 0;
  const isTold = pool.peek("value").some(({ cond }) => cond.options.some(isTicket));
  if (!isTheirs || !isTold) return;
  const rows: NounSem = { cat: "noun", view: "support_tickets", conds: [], plural: true };
  pool.put({ ...rows, start: 0, end: 0, score: 0 });
}

const isTicket = ({ view }: { view: string }) => view === "support_tickets";

/** "MO" and "MT" are messages, where SIMs are asked for that have or lack some. */
function settleMessages(pool: Pool, words: readonly string[]): void {
  const nouns = pool.peek("noun", ({ weak }) => !weak);
  if (nouns.length === 0 || nouns.some(({ view }) => view !== "sims")) return;
  for (const item of pool.peek("value", isDirection)) {
    const before = words.slice(Math.max(0, item.start - 2), item.start);
    const sent = pool.peek("pred", ({ members }) => members.includes("sms_messages.sent_at"));
    const isHad =
      before.some((word) => HAVE.has(word)) || sent.some(({ end }) => end === item.start);
    const lacks = pool.peek("word", ({ word, end }) => word === "without" && end === item.start);
    if (!isHad && lacks.length === 0) continue;
    for (const one of [item, ...lacks, ...sent]) pool.drop(one);
    const noun: NounSem = { cat: "noun", view: "sms_messages", conds: [item.cond] };
    const { start, end, score } = item;
    const negated = lacks.length > 0 ? { negated: true } : {};
    pool.put({ cat: "cond", cond: { k: "related", noun, ...negated }, start, end, score });
  }
}

const HAVE = new Set(["got", "get", "gets", "had", "have", "has", "received", "receive", "with"]);

function isDirection({ dim, cond }: ItemOf<"value">): boolean {
  return dim === "direction" && !cond.negated && cond.options.every(isMessage);
}

const isMessage = ({ view }: { view: string }) => view === "sms_messages";

/** "The longest waiting ticket, one per customer": so many of each, as a superlative takes anyway. */
function settleOneEach(pool: Pool): void {
  if (pool.peek("superlative").length !== 1) return;
  const groups = pool.peek("group");
  pool.take("number", ({ value, end }) => value === 1 && groups.some(({ start }) => start === end));
}
