import type { Cond, Item, ItemOf, NounSem } from "../parse/items.ts";
import { type Act, actsOf, logged, whoDid } from "./audit-acts.ts";
import { deedsAt, doneToOneSim } from "./deeds.ts";
import type { Pool } from "./pool.ts";
import { stillSo } from "./since-when.ts";
import { Trouble } from "./trouble.ts";

/**
 * Who did what: next to a person, a door or a "who", a verb that is also a state of a SIM is an entry of
 * the audit log. Verbs that only the log knows always are.
 */
export function settleAudit(pool: Pool, words: readonly string[]): void {
  perAction(pool, words);
  whatSomebodyDid(pool, words);
  doneToOneSim(pool, words);
  const asksWho = whoAt(pool, words);
  const acts = [...actsOf(pool), ...whoDid(pool, asksWho)];
  const log = pool.peek("noun", (noun) => noun.view === "audit_logs")[0];
  const deeds = log ? null : deedsAt(pool, words);
  const [first] = acts;
  if (!log && !asksWho && first && isOwnDate(pool, first.item)) return;
  refuseOtherChange(pool, words, acts);
  const isLogged =
    log !== undefined ||
    deeds !== null ||
    (first !== undefined &&
      (asksWho !== null ||
        acts.some((act) => act.isOnlyLogged) ||
        hasDoer(pool) ||
        asksWhen(pool, acts) ||
        isDated(pool, first.item)));
  if (!isLogged) return;
  if (!pool.asks("much")) pool.take("metric", (metric) => metric.verb === true);
  const states = stillSo(
    pool,
    words,
    acts.map((act) => act.item),
  );
  for (const { item, rest } of acts) {
    measureTopUps(pool, item);
    dropObject(pool, item);
    pool.drop(item);
    pool.put(...rest);
  }
  const place = log ?? asksWho ?? first?.item ?? deeds;
  if (!place) return;
  if (log) pool.drop(log);
  const isAboutSims = keepsSims(pool, place.start);
  const start = isAboutSims ? Math.max(place.start, first?.item.start ?? 0) : place.start;
  const noun: NounSem = {
    cat: "noun",
    view: "audit_logs",
    conds: [
      ...(log?.conds ?? []),
      ...acts.map((act) => act.cond),
      ...states,
      ...(isAboutSims ? doersOf(pool) : []),
    ],
    plural: !asksForOne(words) && !(asksWho && isAboutLast(pool)),
  };
  if (asksWho) pool.drop(asksWho);
  pool.put({ ...noun, start, end: Math.max(place.end, start + 1), score: 0 });
  if (asksWho && !isAboutSims && !wantsRows(pool, words)) {
    oneOnly(pool);
    pool.put({
      cat: "group",
      groups: [{ k: "dim", dim: "actor" }],
      start: asksWho.start,
      end: asksWho.end,
      score: 0,
    });
  }
}

/** "What did Mira do, count per action": a split, beside the entries themselves. */
function perAction(pool: Pool, words: readonly string[]): void {
  for (const by of pool.peek("by", ({ start }) => /^(?:per|by|each)$/.test(words[start] ?? ""))) {
    const [action] = pool.peek(
      "noun",
      (noun) => noun.view === "audit_logs" && noun.start === by.end,
    );
    if (!action || action.conds.length > 0 || !/^(?:actions?|deeds?)$/.test(words[by.end] ?? ""))
      continue;
    pool.drop(by);
    pool.drop(action);
    const { start } = by;
    const { end } = action;
    pool.put({ cat: "group", groups: [{ k: "dim", dim: "action" }], start, end, score: 0 });
  }
}

/** "Who suspended the most SIMs": one person. */
function oneOnly(pool: Pool): void {
  const [most, ...others] = pool.peek("superlative", ({ members }) => members === undefined);
  if (!most || most.plural || others.length > 0 || pool.peek("top").length > 0) return;
  pool.put({
    cat: "top",
    n: 1,
    direction: most.direction,
    start: most.start,
    end: most.end,
    score: 0,
  });
}

/** "Whose status was changed": an entry of any other kind would answer another question. */
function refuseOtherChange(pool: Pool, words: readonly string[], acts: readonly Act[]): void {
  const whose =
    /\bwhose (?<what>(?:\S+ ){1,3})(?:(?:was|were|has|have|has been|have been|got) )?(?:changed|modified|updated|edited)\b/.exec(
      words.join(" "),
    )?.groups?.what;
  const [log] = pool.peek("noun", ({ view }) => view === "audit_logs");
  const [object] = pool.peek("dim", ({ start }) => log !== undefined && follows(words, log, start)); // "which SIMs changed status"
  const said = whose ?? (object && words.slice(object.start, object.end).join(" "));
  if (said && acts.length === 0)
    throw new Trouble(
      `Which change of the ${said.trim()}: suspended, activated, deactivated, renamed, tagged?`,
      "value",
    );
}

function follows(words: readonly string[], log: Item, start: number): boolean {
  const between = words.slice(log.end, start).join(" ");
  return (
    words[log.start] === "changed" && start >= log.end && /^(?:|the|their|its|a)$/.test(between)
  );
}

/** "when was the last top-up": one. */
function asksForOne(words: readonly string[]): boolean {
  return /\bwhen (?:was|is|did|has) .*\b(?:last|first|latest|most recent)\b/.test(words.join(" "));
}

/** "Who touched it last", "who most recently changed …": one. */
function isAboutLast(pool: Pool): boolean {
  return (
    pool.peek("superlative", ({ members, plural }) => members?.length === 0 && !plural).length > 0
  );
}

/** "when was the last SIM activated", "when was X activated": a date that the SIMs have themselves. */
function isOwnDate(pool: Pool, act: Item): boolean {
  const isRanked = pool.peek("superlative", (item) => item.members?.length === 0).length > 0;
  if (act.cat === "pred" && isRanked) return pool.peek("noun", isSims).length > 0;
  const isOneSim = pool.peek("value", (value) => value.dim === "sim").length > 0;
  const asksMore = pool.peek("dim", ({ dim }) => OF_THE_LOG.has(dim)).length > 0 || hasDoer(pool);
  return act.cat === "pred" && isOneSim && !asksMore && pool.asks("when") !== undefined;
}

const OF_THE_LOG = new Set(["actor", "channel", "action", "before", "after"]);

function isSims(noun: ItemOf<"noun">): boolean {
  return noun.view === "sims" && !noun.weak;
}

/** "how much data did we top up", "top-ups …, and the MB": the volume is the top-ups' own. */
function measureTopUps(pool: Pool, act: Item): void {
  const isTopUp = JSON.stringify(act).includes('"quota.top_up"');
  const amounts = pool.peek("metric", (metric) => metric.metric === "usage");
  const asked = pool.asks("much") !== undefined || pool.peek("unit").length > 0;
  const [amount] = amounts;
  if (!isTopUp || !amount || !asked) return;
  const { start, end } = pool.peek("unit")[0] ?? amount;
  for (const item of amounts) pool.drop(item);
  pool.put({ ...amount, metric: "topped_up", start, end });
}

const DOES = /\b(?:did|do|does|done|doing|change|changes|changed|touch|touched|work|worked)\b/;

/** "What did Jonas do yesterday", "what has he changed": his entries of the log. */
function whatSomebodyDid(pool: Pool, words: readonly string[]): void {
  const others = pool.items.some(
    (item) => ["noun", "metric", "dim"].includes(item.cat) && !(item.cat === "noun" && item.weak),
  );
  if (others || actsOf(pool).length > 0 || !DOES.test(words.join(" "))) return;
  const person = pool.peek("value", (value) => value.dim === "actor" && !value.cond.negated)[0];
  const said = pool.peek(
    "cond",
    ({ cond }) => cond.k === "related" && !cond.negated && cond.noun.view === "audit_logs",
  )[0];
  const noun = said?.cond.k === "related" ? said.cond.noun : null;
  const found = said ?? person;
  if (!found) return;
  if (said) pool.drop(said);
  pool.take("pred", (pred) => pred.members.includes("audit_logs.occurred_at"));
  pool.take("change");
  pool.take("vague", ({ topic }) => topic === "doing");
  pool.take("noun", (item) => item.weak === true && item.conds.length === 0);
  const { start, end } = found;
  pool.put({
    cat: "noun",
    view: "audit_logs",
    conds: noun?.conds ?? [],
    plural: true,
    start,
    end,
    score: 0,
  });
}

/** "topped up the quota", "renamed the label": what the verb is done to says nothing more. */
function dropObject(pool: Pool, act: Item): void {
  const follows = (item: Item) => item.start >= act.end && item.start - act.end < NEAR;
  for (const item of pool.items.filter(follows)) {
    const isThing =
      (item.cat === "metric" && OBJECTS.has(item.metric)) ||
      (item.cat === "noun" && item.view === "sim_quota" && item.conds.length === 0) ||
      (item.cat === "dim" && item.dim === "label");
    if (isThing) pool.drop(item);
  }
}

const OBJECTS = new Set(["quota", "usage", "sms_quota"]);

/** "who …", not the "who" of "customers who …". */
function whoAt(pool: Pool, words: readonly string[]): Item | null {
  const isWho = (item: Item) => words[item.start] === "who" || words[item.start] === "whom";
  const who = pool.peek("noun", (noun) => noun.weak === true && isWho(noun))[0];
  if (!who) return null;
  const follows = pool.items.some(
    (item) => item.end === who.start && ["noun", "dim", "value"].includes(item.cat),
  );
  return follows ? null : who;
}

const DOERS = new Set(["actor", "channel"]);

function hasDoer(pool: Pool): boolean {
  return (
    pool.peek("value", (value) => DOERS.has(value.dim ?? "")).length > 0 ||
    pool.peek("dim", (item) => DOERS.has(item.dim)).length > 0 ||
    pool.peek("group", (group) => group.groups.some((one) => one.k === "dim" && DOERS.has(one.dim)))
      .length > 0
  );
}

/** "when was … suspended", "how often …": the state alone has no date, unless "when" is said of another verb. */
function asksWhen(pool: Pool, acts: readonly Act[]): boolean {
  if (pool.asks("often")) return true;
  const when = pool.asks("when");
  if (!when) return false;
  const isOfContact = pool.peek(
    "pred",
    ({ members, start }) => start >= when.end && members[0] === "sims.last_seen_at",
  );
  return isOfContact.length === 0 || acts.every(({ item }) => item.start >= when.end);
}

const NEAR = 2;

/** "suspended last week": a state has no date, what was done has. */
function isDated(pool: Pool, act: Item): boolean {
  if (act.cat !== "value") return false;
  return pool.peek("time").some((time) => time.start >= act.end && time.start - act.end <= NEAR);
}

function doersOf(pool: Pool): Cond[] {
  return pool
    .take("value", (value) => DOERS.has(value.dim ?? ""))
    .map((value) => ({ ...value.cond, options: logged(value.cond.options) }));
}

/** SIMs that are asked for stay what the question is about; SIMs that something was done to do not. */
function keepsSims(pool: Pool, before: number): boolean {
  const sims = pool.peek("noun", (noun) => noun.view === "sims" && !noun.weak);
  const isOfOne = pool.peek("value", ({ dim, cond }) => dim === "sim" && !cond.negated).length > 0;
  const isAsked = sims.some((noun) => noun.start < before);
  if (isAsked && !isOfOne) return true;
  for (const noun of sims) {
    pool.drop(noun);
    if (noun.conds.length > 0) pool.put({ ...noun, weak: true });
  }
  return false;
}

/** One row each, where more is asked than who. */
function wantsRows(pool: Pool, words: readonly string[]): boolean {
  const single = pool.peek("value", (value) => value.dim === "sim").length > 0;
  const counts = pool.asks("count") !== undefined || pool.asks("often") !== undefined;
  if (counts) return false;
  const asksWhich = pool.asks("which") !== undefined || /\bwhich ones?\b/.test(words.join(" "));
  return single || asksWhich || pool.asks("when") !== undefined || pool.peek("column").length > 0;
}
