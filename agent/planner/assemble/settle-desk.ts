import type { Filter, Member, View } from "#query/query.ts";
import type { MetricName } from "../lexicon/metrics.ts";
import type { Cond, Item, Option } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { settleDirection } from "./settle-direction.ts";
import { Trouble } from "./trouble.ts";

/** Verbs and superlatives of messages and tickets that the words around them settle. */
export function settleDesk(pool: Pool, words: readonly string[]): void {
  refuseResolver(pool, words);
  settleOpening(pool, words);
  settleAge(pool);
  settlePending(pool, words);
  settleWaiting(pool, words);
  settleReceived(pool, words);
  settleDirection(pool, words);
  settleSlowest(pool);
  settleLongest(pool, words);
}

/** "which upgrades do you recommend, with the confidence": of the advice, and not of a ticket's category. */
export function settleConfidence(pool: Pool): void {
  const isAdvice = pool.peek("noun", ({ view }) => view === "quota_recommendations").length > 0;
  const isTicket = pool.peek("noun", ({ view }) => view === "support_tickets").length > 0;
  if (!isAdvice || isTicket) return;
  for (const item of pool.take("metric", ({ metric }) => metric === "confidence"))
    pool.put({ ...item, metric: "advice_confidence" });
  for (const { metric: _, ...item } of pool.take("column", ({ metric }) => metric === "confidence"))
    pool.put({ ...item, members: ["quota_recommendations.confidence"] });
}

/** "The longest open ticket": the one that came in first. */
function settleLongest(pool: Pool, words: readonly string[]): void {
  const undone = pool.peek(
    "noun",
    ({ view, conds }) =>
      view === "support_tickets" &&
      conds.some((cond) => cond.k === "value" && cond.options.some(isUndoneTicket)),
  )[0];
  if (!undone || pool.peek("metric").length > 0) return;
  const isLongest = ({ start, end }: Item) => words[start] === "longest" && end === undone.start;
  for (const { start, end } of pool.take("agg", isLongest))
    pool.put({ cat: "superlative", direction: "asc", members: [], start, end, score: 0 });
}

const WHO = /\b(?:who|whom|which (?:person|user|colleague))\b/;

/** Tickets know their team, and alerts who acknowledged them, but not the person who closed them. */
function refuseResolver(pool: Pool, words: readonly string[]): void {
  const asksWho = WHO.test(words.slice(0, 5).join(" "));
  const isJudged = words.some((word) =>
    /^(?:dismissed|confirmed|snoozed|reviewed|judged)$/.test(word),
  );
  if (asksWho && isJudged && pool.peek("noun", ({ view }) => view === "anomalies").length > 0)
    throw new Trouble(
      "An anomaly keeps in whose hands it is, not who judged it. Who has how many of them, or what was done according to the audit log?",
      "value",
      ["Anomalies per assignee{when}", "Audit log entries of the last 7 days, newest first"],
    );
  const said = words.some((word) =>
    /^(resolved|resolves|closed|closes|solved|cleared|handled|answered|fixed)$/.test(word),
  );
  if (!asksWho || !said) return;
  const isOf = (view: View) => pool.peek("noun", (noun) => noun.view === view).length > 0;
  if (isOf("support_tickets"))
    throw new Trouble(
      "A ticket keeps its team and its dates, not the person who worked on it. Which team has it, or when was it resolved?",
      "value",
      ["Number of tickets resolved{when} per team", "Open tickets of {those} per team"],
    );
  const isPlainlyClosed = !words.some((word) => /^ack/.test(word));
  if (isOf("alerts") && isPlainlyClosed)
    throw new Trouble(
      "An alert keeps when it was resolved and who acknowledged it, not who closed it. Who acknowledged them, or when were they resolved?",
      "value",
      [
        "Who acknowledged how many alerts{when}?",
        "Number of alerts resolved{when} per day",
        "Audit log entries of the last 7 days, newest first",
      ],
    );
}

/** The age of a ticket since it was created, where tickets are asked about. */
function settleAge(pool: Pool): void {
  if (pool.peek("noun", (noun) => noun.view === "support_tickets").length === 0) return;
  for (const item of pool.take("metric", (metric) => metric.metric === "age"))
    pool.put({ ...item, metric: "ticket_age" });
  for (const item of pool.peek(
    "cond",
    ({ cond }) => cond.k === "metric" && cond.metric === "age",
  )) {
    if (item.cond.k !== "metric") continue;
    pool.drop(item);
    pool.put({ ...item, cond: { ...item.cond, metric: "ticket_age" } });
  }
}

/** "Pending for more than 3 days": still so, since they came. */
function settlePending(pool: Pool, words: readonly string[]): void {
  const [noun, ...others] = pool.peek("noun", ({ weak }) => !weak);
  const member = noun && others.length === 0 ? PENDING[noun.view] : undefined;
  if (!noun || !member) return;
  for (const item of pool.peek("cond", ({ cond }) => cond.k === "lasted" && !cond.negated)) {
    const said = words.slice(item.start, item.end);
    if (item.cond.k !== "lasted" || !said.includes("pending")) continue;
    const { start, end, score, cond } = item;
    const { op, duration } = cond;
    const status = `${noun.view}.status` as const;
    const filter: Filter = { member: status, op: "eq", value: "pending" };
    const options: Option[] = [{ view: noun.view, dim: "status", filter }];
    pool.drop(item);
    pool.put(
      { cat: "cond", cond: { k: "age", members: [member], op, duration }, start, end, score },
      { cat: "cond", cond: { k: "value", options, said: "pending" }, start, end, score },
    );
  }
}

const PENDING: Partial<Record<View, Member>> = {
  support_tickets: "support_tickets.created_at",
  sms_messages: "sms_messages.sent_at",
};

const WAITS = /^(?:wait(?:ing|ed|s)?|pending|open|hanging|sitting|unanswered|unresolved)$/;

/** "waiting longer than 3 days": so long ago it came in, since it is not over yet. */
function settleWaiting(pool: Pool, words: readonly string[]): void {
  const isUndone = (cond: Cond) => cond.k === "value" && cond.options.some(isUndoneTicket);
  const waits = pool.peek(
    "noun",
    (noun) => noun.view === "support_tickets" && noun.conds.some(isUndone),
  )[0];
  for (const item of pool.peek("cond")) {
    const { cond } = item;
    if (cond.k !== "lasted" || cond.what !== "resolve" || cond.negated) continue;
    const said = words.slice(item.start, item.end);
    if (
      !said.some((word) => WAITS.test(word)) ||
      !(waits ?? pool.peek("value", (value) => isUndone(value.cond))[0])
    )
      continue;
    pool.drop(item);
    pool.put({
      ...item,
      cond: {
        k: "age",
        members: ["support_tickets.created_at"],
        op: cond.op,
        duration: cond.duration,
      },
    });
  }
}

function isUndoneTicket({ filter }: Option): boolean {
  return (
    "member" in filter &&
    filter.member === "support_tickets.status" &&
    "value" in filter &&
    (filter.op === "ne") === (filter.value === "resolved")
  );
}

/** "tickets we got last week": came in, where no messages are meant. */
function settleReceived(pool: Pool, words: readonly string[]): void {
  const others = pool.peek("noun", (noun) => !noun.weak && noun.view !== "sms_messages");
  const hasMessages = pool.peek("noun", (noun) => noun.view === "sms_messages").length > 0;
  if (hasMessages || !others.some((noun) => noun.view !== "sims")) return;
  pool.take("value", (value) => {
    const said = words.slice(value.start, value.end).join(" ");
    return value.dim === "direction" && /^we (have )?(got|received)$/.test(said);
  });
}

/** "how many tickets did they open": a verb, not the state of the tickets. */
function settleOpening(pool: Pool, words: readonly string[]): void {
  const noun = pool.peek("noun", (item) => item.view === "support_tickets")[0];
  if (!noun) return;
  const isOpen = (item: Item) =>
    /^open(ed)?$/.test(words[item.start] ?? "") && item.end === item.start + 1;
  for (const item of pool.peek("value", isOpen)) {
    const between = words.slice(noun.end, item.start);
    const isDone = words[item.start] === "opened" && item.start >= noun.end;
    if (/^(?:have|has|had|got|still|currently)$/.test(words[item.start - 1] ?? "")) continue; // "does each team have open"
    if (!isDone && !between.some((word) => ["did", "do", "does"].includes(word))) continue;
    pool.drop(item);
    const { start, end } = item;
    pool.put({ cat: "pred", members: ["support_tickets.created_at"], start, end, score: 0 });
  }
}

const TIMED = new Set<string>(["delivery_time", "ticket_resolve_time", "alert_resolve_time"]);

const SLOW = new Set<string>(["delivery_time", "ticket_resolve_time"]);

const SLOWNESS: Partial<Record<string, MetricName>> = {
  alerts: "alert_resolve_time",
  support_tickets: "ticket_resolve_time",
};

/** "slowest": to be delivered, unless it is said of tickets or alerts. */
function settleSlowest(pool: Pool): void {
  const view = pool.peek("noun", (noun) => !noun.weak)[0]?.view ?? "";
  const metric = SLOWNESS[view];
  if (metric)
    for (const item of pool.take("superlative", (one) => SLOW.has(one.metric ?? "")))
      pool.put({ ...item, metric });
  if (pool.peek("change").length > 0)
    for (const { metric: _, ...pace } of pool.take(
      "superlative",
      ({ metric }) => metric === "delivery_time",
    ))
      pool.put({ ...pace, direction: pace.direction === "asc" ? "desc" : "asc" }); // "grew fastest"
  if (pool.peek("dim").length === 0 && pool.peek("agg").length === 0) return;
  for (const item of pool.peek("superlative", (one) => TIMED.has(one.metric ?? ""))) {
    const { metric: named, ...order } = item;
    if (!named || pool.peek("metric").length > 0) continue;
    pool.drop(item);
    pool.put(order, { cat: "metric", metric: named, start: item.start, end: item.end, score: 0 });
  }
}
