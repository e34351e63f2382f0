import { either, lacking, narrowed } from "./compose.ts";
import type { Quantity, Sem } from "./items.ts";
import { amount, as, isStrict, joinedBy, of, quantityOf, type Rule, rule, word } from "./parts.ts";

/** Amounts, ages and values. */
export const VALUE_RULES: readonly Rule[] = [
  rule("threshold", [of("cmp"), amount], (cmp, size) => ({
    cat: "threshold",
    op: as(cmp, "cmp").op,
    quantity: quantityOf(size),
  })),
  rule(
    "threshold of a chance",
    [
      of("cmp"),
      of("bundle", ({ parts: [first, size] }) => isChance(first) && size?.cat === "quantity"),
    ],
    (cmp, odds) => {
      const [chance, size] = as(odds, "bundle").parts;
      if (!chance || size?.cat !== "quantity") return null;
      const { op } = as(cmp, "cmp");
      return { cat: "bundle", parts: [chance, { cat: "threshold", op, quantity: size.quantity }] };
    },
  ),
  rule("threshold, bare number with or more", [amount, word("orMore")], (size) => ({
    cat: "threshold",
    op: "gte",
    quantity: quantityOf(size),
  })),
  rule("threshold, or less", [amount, word("orLess")], (size) => ({
    cat: "threshold",
    op: "lte",
    quantity: quantityOf(size),
  })),
  rule("threshold, from to", [amount, word("to"), amount], (low, _, high) => {
    const to = quantityOf(high);
    const from = to.unit === "plain" ? null : inUnitOf(to, quantityOf(low));
    const isRising = from !== null && from.value < to.value;
    return isRising ? { cat: "threshold", op: "gte", quantity: from, upTo: to } : null;
  }),
  rule("threshold, between", [word("between"), amount, word("and"), amount], (_, low, __, high) => {
    const to = quantityOf(high);
    const from = inUnitOf(to, quantityOf(low));
    return from ? { cat: "threshold", op: "gte", quantity: from, upTo: to } : null;
  }),
  rule("age", [of("cmp", isStrict), of("duration")], (cmp, span) => ({
    cat: "ageop",
    op: as(cmp, "cmp").op,
    duration: as(span, "duration").duration,
  })),
  rule("age or more", [of("duration"), word("orMore")], (span) => ({
    cat: "ageop",
    op: "gte",
    duration: as(span, "duration").duration,
  })),
  rule("age or less", [of("duration"), word("orLess")], (span) => ({
    cat: "ageop",
    op: "lte",
    duration: as(span, "duration").duration,
  })),
  rule("age ago", [of("ageop"), word("ago")], (age) => ({
    cat: "ageop",
    op: as(age, "ageop").op,
    duration: as(age, "ageop").duration,
    ago: true,
  })),

  rule("not a value", [of("neg"), of("value", (value) => !value.cond.negated)], (_, value) => ({
    ...as(value, "value"),
    cond: { ...as(value, "value").cond, negated: true },
  })),
  rule(
    "no value",
    [word("without"), of("value", (value) => value.dim === "tag" && !value.cond.negated)],
    (_, value) => ({ ...as(value, "value"), cond: { ...as(value, "value").cond, negated: true } }),
  ),
  rule("without a dimension", [word("without"), of("dim")], (_, dim) =>
    lacking(as(dim, "dim").dim),
  ),
  rule(
    "a value or another",
    [of("value"), word("and", "or", "orMore"), of("value")],
    (first, _, second) => either(as(first, "value"), as(second, "value")),
  ),
  joinedBy(
    ", / : in on of the a an for",
    rule("values in a row", [of("value"), of("value")], (first, second) =>
      second && first && first.end < second.start
        ? either(as(first, "value"), as(second, "value"))
        : null,
    ),
  ),
  rule("dimension and value", [of("dim"), of("value", (v) => !v.cond.negated)], (dim, value) =>
    dim && value && value.start - dim.end <= 1
      ? narrowed(as(value, "value"), as(dim, "dim").dim)
      : null,
  ),
  rule(
    "dimension is value",
    [of("dim"), of("cmp", (cmp) => cmp.op === "eq"), of("value")],
    (dim, _, value) => narrowed(as(value, "value"), as(dim, "dim").dim),
  ),
  rule("value and dimension", [of("value"), of("dim", (dim) => !dim.plural)], (value, dim) =>
    narrowed(as(value, "value"), as(dim, "dim").dim),
  ),
];

const isChance = (sem: Sem | undefined) => sem?.cat === "word" && sem.word === "chance";

/** "Between 5 and 10 MB", "between 60 and 70 percent": the unit is said once. */
function inUnitOf(high: Quantity, low: Quantity): Quantity | null {
  if (low.unit === high.unit) return low;
  if (low.unit !== "plain") return null;
  const said = Number.parseFloat(high.said.replace(/[^\d.]/g, " "));
  if (!(said > 0)) return null;
  const { unit } = high;
  return {
    value: low.value * (high.value / said),
    unit,
    said: high.said.replace(String(said), low.said),
  };
}
