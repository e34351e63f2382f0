import type { Cond, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const PLACES = new Set(["country", "operator"]);
const PREDICATES = new Set(["is", "are", "was", "were", "now", "currently"]);

/** "which got rejected", "who lost connection": the SIMs that did, not the rows that tell of it. */
export function settleDoers(pool: Pool, words: readonly string[]): void {
  const [deed, ...others] = pool.peek("noun", (noun) => !noun.weak);
  if (!deed?.verb || others.length > 0) return;
  const who =
    pool.peek("noun", (noun) => noun.weak === true && words[noun.start] === "who")[0] ??
    pool.peek("ask", (ask) => ask.what === "which" && words[ask.start] === "which")[0];
  const isSplit = ["dim", "group", "metric", "grain", "superlative"] as const;
  if (!who || who.start > 1 || isSplit.some((cat) => pool.peek(cat).length > 0)) return;
  const { start, end } = who;
  pool.put({ cat: "noun", view: "sims", conds: [], plural: true, start, end, score: 0 });
}

/** "When did the network turn away most devices": it can be nobody else, so it asks for no split. */
export function settleNetwork(pool: Pool, words: readonly string[]): void {
  const isSplit = pool.peek("dim", ({ dim }) => dim !== "operator").length > 0;
  for (const dim of pool.peek(
    "dim",
    (item) => item.dim === "operator" && (!item.plural || isSplit),
  )) {
    const said = words.slice(Math.max(0, dim.start - 2), dim.start);
    const isPlain = said.at(-1) === "the" && !["which", "per", "by"].includes(said[0] ?? "");
    const does = pool.peek(
      "noun",
      ({ view, start }) => view === "connection_events" && start - dim.end <= 1 && start >= dim.end,
    );
    if (isPlain && does.length > 0) pool.drop(dim);
  }
}

/**
 * "SIMs that attached in Norway", "with rejects on O2": said behind what happened, a network is where
 * it happened, and not where the SIM is now.
 */
export function settlePlaces(pool: Pool, words: readonly string[]): void {
  const nouns = pool.peek("noun", (noun) => !noun.weak).sort((a, b) => a.start - b.start);
  if (nouns[0]?.view !== "sims") return;
  for (const value of pool.peek("value", (item) => PLACES.has(item.dim ?? ""))) {
    const isBehind = (item: { start: number; end: number }) =>
      item.start > (nouns[0]?.start ?? 0) &&
      item.end <= value.start &&
      !words
        .slice(item.end, value.start + (value.cond.negated ? 1 : 0)) // "but are not in Mexico"
        .some((word) => PREDICATES.has(word));
    const own = narrowed(value);
    if (!own) continue;
    const noun = nouns.find((one) => one.view === "connection_events" && isBehind(one));
    const cond = pool.peek("cond", (item) => isOfEvents(item.cond) && isBehind(item))[0];
    if (!noun && !cond) continue;
    pool.drop(value);
    if (noun) {
      pool.drop(noun);
      pool.put({ ...noun, conds: [...noun.conds, own] });
    } else if (cond && (cond.cond.k === "related" || cond.cond.k === "count")) {
      const { noun: rows } = cond.cond;
      pool.drop(cond);
      pool.put({ ...cond, cond: { ...cond.cond, noun: { ...rows, conds: [...rows.conds, own] } } });
    }
  }
}

function isOfEvents(cond: Cond): boolean {
  return (cond.k === "related" || cond.k === "count") && cond.noun.view === "connection_events";
}

function narrowed({ cond }: ItemOf<"value">): Cond | null {
  const options = cond.options.filter((option) => option.view === "connection_events");
  return options.length > 0 ? { ...cond, options } : null;
}
