import type { View } from "#query/query.ts";
import { relationBetween } from "#query/relations.ts";
import { memberOf } from "../parse/compose.ts";
import type { Cond, Item, ItemOf, Option } from "../parse/items.ts";
import { isPlaceable } from "./placing.ts";
import type { Pool } from "./pool.ts";

type ValueCond = Extract<Cond, { k: "value" }>;

/** Several nouns of one kind of rows are one; values that only such rows have belong to them. */
export function settleEvents(pool: Pool): void {
  for (const value of pool.peek("value")) settleValue(pool, value);
  for (const view of new Set(pool.peek("noun").map((noun) => noun.view))) mergeNouns(pool, view);
}

/**
 * A cause, a kind or a state that only events have: part of their noun where there is one, else a noun
 * itself ("congestion last week", "SIMs with coverage lost").
 */
function settleValue(pool: Pool, value: ItemOf<"value">): void {
  const view = viewOf(value.cond.options);
  if (!view || view === "sims") return;
  const nouns = pool.peek("noun", (noun) => !noun.weak);
  const own = nouns.find((noun) => noun.view === view);
  const root = nouns[0];
  if (own) {
    if (own === root) return;
    pool.drop(own);
    pool.drop(value);
    pool.put({ ...own, conds: [...own.conds, narrowedTo(value.cond, view)] });
    return;
  }
  if (!mayStandAlone(value, view)) return;
  if (root && fits(value.cond.options, root.view)) return;
  if (root && !relationBetween(root.view, view)) return;
  const { negated, ...held } = narrowedTo(value.cond, view);
  const noun = { cat: "noun", view, conds: [held] } as const;
  const place = { start: value.start, end: value.end, score: 0 };
  pool.drop(value);
  pool.put(
    negated
      ? { cat: "cond", cond: { k: "related", noun, negated }, ...place }
      : { ...noun, ...place },
  );
}

/** Values that name what happened, so that they may stand for the rows. */
const HAPPENINGS = new Set(["cause", "direction"]);

function mayStandAlone(value: ItemOf<"value">, view: View): boolean {
  return value.cond.options.some((option) => option.view === view && HAPPENINGS.has(option.dim));
}

/** The view whose rows a value tells apart. A rule may be called like what it watches for; the rows come first. */
function viewOf(options: readonly Option[]): View | null {
  const views = new Set(options.map((option) => option.view));
  if (views.size > 1) views.delete("alert_rules");
  const [view, ...others] = views;
  return view && others.length === 0 ? view : null;
}

function narrowedTo(cond: ValueCond, view: View): ValueCond {
  return { ...cond, options: cond.options.filter((option) => option.view === view) };
}

function fits(options: readonly Option[], from: View): boolean {
  return options.some((option) => {
    const member = memberOf(option.filter);
    return member !== null && isPlaceable(member, from);
  });
}

/** "attach events", "rejects with cause …": all that was said of the rows holds; "attaches and rejects": either. */
function mergeNouns(pool: Pool, view: View): void {
  const nouns = pool.peek("noun", (noun) => noun.view === view && !noun.weak);
  const [first, ...others] = nouns.sort((a, b) => a.start - b.start);
  if (view === "sims" || !first || others.length === 0) return;
  for (const noun of nouns) pool.drop(noun);
  pool.put(others.reduce((merged, noun) => join(merged, noun, view), first));
}

function join(a: ItemOf<"noun">, b: ItemOf<"noun">, view: View): Item & ItemOf<"noun"> {
  const rivals = a.conds.filter((cond) => b.conds.some((other) => areRivals(cond, other, view)));
  if (rivals.length === 0)
    return { ...a, conds: uniqueConds([...a.conds, ...b.conds]), ...plural(a, b) };
  const shared = a.conds.filter((cond) => !rivals.includes(cond));
  const own = b.conds.filter((cond) => !a.conds.some((other) => areRivals(other, cond, view)));
  const second = b.conds.filter((cond) => !own.includes(cond));
  const alternatives = [...(a.alternatives ?? rivals), ...second];
  return {
    ...a,
    conds: uniqueConds([...shared, ...own, anyOf(alternatives, view)]),
    alternatives: uniqueConds(alternatives),
    ...plural(a, b),
  };
}

function plural(a: ItemOf<"noun">, b: ItemOf<"noun">) {
  return a.plural || b.plural ? { plural: true } : {};
}

/** Two values of one member: a row has one of them at most. */
function areRivals(a: Cond, b: Cond, view: View): boolean {
  if (a.k !== "value" || b.k !== "value" || JSON.stringify(a) === JSON.stringify(b)) return false;
  const member = memberIn(a, view);
  return member !== null && member === memberIn(b, view) && !a.negated && !b.negated;
}

function memberIn(cond: ValueCond, view: View): string | null {
  const option = cond.options.find((one) => one.view === view);
  return option ? memberOf(option.filter) : null;
}

function anyOf(conds: readonly Cond[], view: View): ValueCond {
  const values = conds.filter((cond) => cond.k === "value");
  const options = values.flatMap((cond) => cond.options.filter((one) => one.view === view));
  const [first] = options;
  return {
    k: "value",
    said: values.map((cond) => cond.said).join(" or "),
    options: first ? [{ ...first, filter: { or: options.map((one) => one.filter) } }] : [],
  };
}

function uniqueConds(conds: readonly Cond[]): Cond[] {
  return [...new Map(conds.map((cond) => [JSON.stringify(cond), cond])).values()];
}
