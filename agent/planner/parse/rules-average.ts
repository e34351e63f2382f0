import { count } from "./compose.ts";
import type { Item, ItemOf, Quantity } from "./items.ts";
import { as, isStrict, joinedBy, of, type Rule, rule } from "./parts.ts";

/** Stands for the average of all until the query is made: no figure is ever that. */
export const AVERAGE_OF_ALL = -987_654_321;
const MEAN: Quantity = { value: AVERAGE_OF_ALL, unit: "mean", said: "the average" };

const isAverage = (item: ItemOf<"agg">) => item.agg === "avg";

const overMean = (cmp: Item | undefined): ItemOf<"threshold"> => ({
  cat: "threshold",
  op: as(cmp, "cmp").op,
  quantity: MEAN,
  start: cmp?.start ?? 0,
  end: cmp?.end ?? 0,
  score: 0,
});

/** "Above average", "more alerts than average": what all have on average as a bound. */
export const AVERAGE_RULES: readonly Rule[] = [
  joinedBy(
    "than the our fleet overall",
    rule("above average", [of("cmp", isStrict), of("agg", isAverage)], overMean),
  ),
  joinedBy(
    "than the our fleet overall",
    rule(
      "more rows than average",
      [of("cmp", isStrict), of("noun", (noun) => !noun.weak), of("agg", isAverage)],
      (cmp, noun) => count(overMean(cmp), as(noun, "noun")),
    ),
  ),
  joinedBy(
    "than the our fleet overall",
    rule(
      "more of a figure than average",
      [of("cmp", isStrict), of("metric"), of("agg", isAverage)],
      (cmp, metric) => ({
        cat: "cond",
        cond: {
          k: "metric",
          metric: as(metric, "metric").metric,
          op: as(cmp, "cmp").op,
          quantity: MEAN,
        },
      }),
    ),
  ),
];
