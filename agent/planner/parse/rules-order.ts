import { dimension } from "../lexicon/dims.ts";
import type { Sem } from "./items.ts";
import { as, of, type Rule, rule, word } from "./parts.ts";

const sortBy = word("sortby");
const isBare = (order: { members?: readonly string[] }) => !order.members?.length;

/** "sorted by last seen, newest first": what the rows are ordered by. Names go up, figures and dates go down. */
export const ORDER_RULES: readonly Rule[] = [
  rule("sorted by a figure", [sortBy, of("metric")], (_, metric) => ({
    cat: "bundle",
    parts: [as(metric, "metric"), { cat: "order", direction: "desc" }],
  })),
  rule(
    "sorted by a figure, that way",
    [sortBy, of("metric"), of("order", isBare)],
    (_, metric, order) => ({
      cat: "bundle",
      parts: [as(metric, "metric"), { cat: "order", direction: as(order, "order").direction }],
    }),
  ),
  rule("sorted by a date", [sortBy, of("pred")], (_, pred) => by(as(pred, "pred").members, "desc")),
  rule("sorted by a date, that way", [sortBy, of("pred"), of("order")], (_, pred, order) =>
    by(as(pred, "pred").members, as(order, "order").direction),
  ),
  rule("sorted by a name", [sortBy, of("dim")], (_, dim) =>
    by(dimension(as(dim, "dim").dim).members, "asc"),
  ),
  rule("sorted by a name, that way", [sortBy, of("dim"), of("order", isBare)], (_, dim, order) =>
    by(dimension(as(dim, "dim").dim).members, as(order, "order").direction),
  ),
];

function by(members: readonly string[], direction: "asc" | "desc"): Sem {
  return { cat: "order", direction, members };
}
