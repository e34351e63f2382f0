import type { View } from "#query/query.ts";
import { memberOf } from "../parse/compose.ts";
import type { Cond, ItemOf } from "../parse/items.ts";
import { usageLike } from "../parse/parts.ts";
import type { Pool } from "./pool.ts";

/** "Who acknowledged the most alerts", "who has open anomalies": the people that rows are in the hands of. */
export function settlePeople(pool: Pool, words: readonly string[]): void {
  settleAssigned(pool);
  settleUsers(pool, words);
  for (const who of pool.peek("noun", (noun) => isWho(noun, words))) {
    const dim = handOf(pool);
    if (!dim && isCounted(pool)) {
      pool.drop(who);
      pool.put({ ...who, weak: false, plural: true });
    }
    if (!dim) continue;
    pool.drop(who);
    const place = { start: who.start, end: who.end, score: 0 };
    if (dim === "acknowledged_by" && isOfLast(pool)) {
      pool.put({ cat: "column", members: ["alerts.acknowledged_by"], ...place });
      continue;
    }
    pool.put({ cat: "ask", what: "which", ...place }, { cat: "dim", dim, ...place });
  }
  settleAcknowledged(pool);
}

const PEOPLE = new Set(["actor", "acknowledged_by"]);

/** "Who acknowledged how many in September": what people did is dated by when they did it. */
function settleAcknowledged(pool: Pool): void {
  const byPeople =
    pool.peek("dim", ({ dim }) => PEOPLE.has(dim)).length > 0 ||
    pool.peek("group", ({ groups }) =>
      groups.some((group) => group.k === "dim" && PEOPLE.has(group.dim)),
    ).length > 0;
  if (!byPeople || pool.peek("time").length === 0) return;
  const said = pool.take("value", ({ cond }) => isAcknowledged(cond));
  const nouns = pool.take("noun", ({ conds }) => conds.some(isAcknowledged));
  for (const noun of nouns)
    pool.put({ ...noun, conds: noun.conds.filter((cond) => !isAcknowledged(cond)) });
  for (const { start, end } of [...said, ...nouns])
    pool.put({ cat: "pred", members: ["alerts.acknowledged_at"], start, end, score: 0 });
}

function isAcknowledged(cond: Cond): boolean {
  return (
    cond.k === "value" &&
    !cond.negated &&
    cond.options.some(
      ({ filter }) =>
        "value" in filter && filter.member === "alerts.acknowledged" && filter.value === true,
    )
  );
}

/** "The ten biggest users last month": of data, who are SIMs and no people. */
function settleUsers(pool: Pool, words: readonly string[]): void {
  const isRanked = pool.peek("superlative").length > 0 || pool.peek("top").length > 0;
  const isOfData = pool.peek("metric", ({ metric }) => usageLike(metric)).length > 0;
  if (!isRanked || !isOfData || pool.peek("noun", (noun) => !noun.weak).length > 0) return;
  for (const dim of pool.peek(
    "dim",
    ({ dim, start }) => dim === "actor" && /^users?$/.test(words[start] ?? ""),
  )) {
    const { start, end } = dim;
    pool.drop(dim);
    pool.put({
      cat: "noun",
      view: "sims",
      conds: [],
      plural: dim.plural === true,
      start,
      end,
      score: 0,
    });
  }
}

/** "Who was rejected, ICCID and how many times": each SIM with the number of such rows. */
function isCounted(pool: Pool): boolean {
  const isRows =
    pool.peek("noun", ({ weak, view }) => !weak && view === "connection_events").length > 0;
  return isRows && pool.asks("often") !== undefined;
}

/** "The last ten alerts": each of them, and not how many each person had. */
function isOfLast(pool: Pool): boolean {
  return pool.peek("superlative", ({ members }) => members?.length === 0).length > 0;
}

function isWho(noun: ItemOf<"noun">, words: readonly string[]): boolean {
  return noun.weak === true && noun.end === noun.start + 1 && words[noun.start] === "who";
}

/** In whose hands the rows are, or were. */
function handOf(pool: Pool): string | null {
  const nouns = pool.peek("noun", (noun) => !noun.weak);
  if (nouns.some((noun) => noun.view === "anomalies")) return "assignee";
  const isAlert = nouns.some((noun) => noun.view === "alerts");
  return isAlert && mentions(pool, /^alerts\.acknowledged/) ? "acknowledged_by" : null;
}

function mentions(pool: Pool, member: RegExp): boolean {
  const inCond = (cond: Cond): boolean => {
    if (cond.k === "value")
      return cond.options.some((option) => member.test(memberOf(option.filter) ?? ""));
    return (cond.k === "time" || cond.k === "age") && cond.members.some((one) => member.test(one));
  };
  return (
    pool.peek("pred").some((pred) => pred.members.some((one) => member.test(one))) ||
    pool.peek("value").some((value) => inCond(value.cond)) ||
    pool.peek("cond").some((item) => inCond(item.cond)) ||
    pool.peek("noun").some((noun) => noun.conds.some(inCond))
  );
}

const ASSIGNABLE: ReadonlySet<View> = new Set(["support_tickets", "anomalies"]);

/** "assigned to the Flex plan" says nothing of an owner; only tickets and anomalies have one. */
function settleAssigned(pool: Pool): void {
  const nouns = pool.peek("noun", (noun) => !noun.weak);
  const hasRows =
    nouns.some((noun) => ASSIGNABLE.has(noun.view)) ||
    pool.peek("cond", ({ cond }) => cond.k === "related" && ASSIGNABLE.has(cond.noun.view)).length >
      0;
  for (const value of pool.peek("value", (item) => item.dim === "assigned"))
    if (value.cond.said === "assigned" && !hasRows && !value.cond.negated) pool.drop(value);
}
