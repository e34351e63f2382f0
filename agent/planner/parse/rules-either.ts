import type { Cond, Item, ItemOf, Sem } from "./items.ts";
import { of, type Rule, rule, word } from "./parts.ts";

/** "On LTE or in Spain", "with an open alert or an open ticket": one of two conditions of different kinds. */
export const EITHER_RULES: readonly Rule[] = [
  rule("one or another", [isCondition, word("or"), isCondition], (a, _, b) => either(a, b)),
  rule(
    "rows or other rows",
    [
      of("cond", ({ cond }) => cond.k === "related" && !cond.negated),
      word("or"),
      of("noun", isRows),
    ],
    (a, _, b) => either(a, b),
  ),
];

function isRows({ view, weak }: ItemOf<"noun">): boolean {
  return !weak && view !== "sims";
}

function isCondition(item: Item): boolean {
  return item.cat === "cond" || (item.cat === "value" && item.dim !== "sim");
}

/** Values of one dimension are put together by the rules of values. */
function either(a: Item | undefined, b: Item | undefined): Sem | null {
  if (!a || !b || (a.cat === "value" && b.cat === "value" && a.dim === b.dim)) return null;
  const [first, second] = [conditionOf(a), conditionOf(b)];
  return first && second ? { cat: "cond", cond: { k: "either", of: [first, second] } } : null;
}

function conditionOf(item: Item): Cond | null {
  if (item.cat === "cond" || item.cat === "value") return item.cond;
  if (item.cat !== "noun") return null;
  const { cat, view, conds } = item;
  return { k: "related", noun: { cat, view, conds } };
}
