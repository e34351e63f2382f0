import { noTraffic as noTrafficOf } from "./compose.ts";
import type { Cond, Item, ItemOf } from "./items.ts";
import { as, of, type Rule, rule, type Test, usageLike, word } from "./parts.ts";

const noTraffic = of(
  "cond",
  ({ cond }) => cond.k === "related" && cond.negated === true && cond.noun.metric !== undefined,
);

function metricOfCond(cond: Cond) {
  return (cond.k === "related" && cond.noun.metric) || "usage";
}

type SilentUnit = ItemOf<"silent">["unit"];
const UNITS: readonly string[] = ["day", "week", "month"];
const unit: Test = (item) =>
  (item.cat === "grain" && UNITS.includes(item.grain)) ||
  (item.cat === "unit" && item.unit === "day");
const unitOf = (item: Item | undefined): SilentUnit =>
  item?.cat === "grain" ? (item.grain as SilentUnit) : "day";

/** Days on which nothing was used. */
export const USAGE_RULES: readonly Rule[] = [
  rule("used nothing", [of("metric", (m) => usageLike(m.metric)), word("nothing")], (metric) => ({
    cat: "cond",
    cond: noTrafficOf(as(metric, "metric").metric),
  })),
  rule(
    "nothing used",
    [word("nothing"), of("metric", (m) => usageLike(m.metric))],
    (_, metric) => ({
      cat: "cond",
      cond: noTrafficOf(as(metric, "metric").metric),
    }),
  ),
  rule("days without traffic", [unit, noTraffic], (grain, cond) => ({
    cat: "silent",
    unit: unitOf(grain),
    metric: metricOfCond(as(cond, "cond").cond),
  })),
  rule(
    "so many days without traffic",
    [of("ageop", (age) => UNITS.includes(age.duration.unit)), noTraffic],
    (age, cond) => ({
      cat: "silent",
      unit: as(age, "ageop").duration.unit as SilentUnit,
      metric: metricOfCond(as(cond, "cond").cond),
      op: as(age, "ageop").op,
      n: as(age, "ageop").duration.amount,
    }),
  ),
  rule(
    "so many days in a time without traffic",
    [of("ageop", (age) => UNITS.includes(age.duration.unit)), of("time"), noTraffic],
    (age, time, cond) => ({
      cat: "bundle",
      parts: [
        {
          cat: "silent",
          unit: as(age, "ageop").duration.unit as SilentUnit,
          metric: metricOfCond(as(cond, "cond").cond),
          op: as(age, "ageop").op,
          n: as(age, "ageop").duration.amount,
        },
        as(time, "time"),
      ],
    }),
  ),
];
