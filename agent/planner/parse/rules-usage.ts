import { noTraffic as noTrafficOf } from "./compose.ts";
import type { Cond, Item, ItemOf, NounSem } from "./items.ts";
import { as, joinedBy, of, type Rule, rule, type Test, usageLike, word } from "./parts.ts";

const noTraffic = of(
  "cond",
  ({ cond }) => cond.k === "related" && cond.negated === true && cond.noun.metric !== undefined,
);

function metricOfCond(cond: Cond) {
  return (cond.k === "related" && cond.noun.metric) || "usage";
}

const sims = of("noun", (noun) => noun.view === "sims" && !noun.weak && noun.conds.length === 0);
/** "Over at least 3 networks": across them, and no second comparison. */
const OVER_NETWORKS = 5;
/** "Over 3 different networks". */
const isOfNetworks = ({ cond }: ItemOf<"cond">) =>
  cond.k === "count" && (cond.distinct === "country" || cond.distinct === "operator");

const isOfDays = ({ duration, ago }: ItemOf<"ageop">) => duration.unit === "day" && !ago;

type SilentUnit = ItemOf<"silent">["unit"];
const UNITS: readonly string[] = ["day", "week", "month"];
const unit: Test = (item) =>
  (item.cat === "grain" && UNITS.includes(item.grain)) ||
  (item.cat === "unit" && item.unit === "day");
const unitOf = (item: Item | undefined): SilentUnit =>
  item?.cat === "grain" ? (item.grain as SilentUnit) : "day";

/** Days on which nothing was used. */
export const USAGE_RULES: readonly Rule[] = [
  rule("customer by customer", [of("dim"), of("by"), of("dim")], (a, _, b) =>
    as(a, "dim").dim === as(b, "dim").dim
      ? { cat: "group", groups: [{ k: "dim", dim: as(a, "dim").dim }] }
      : null,
  ),
  rule("SIM by SIM", [sims, of("by"), sims], () => ({ cat: "group", groups: [{ k: "sim" }] })),
  joinedBy(
    "in on at over through via across from with the",
    rule(
      "used in so many countries",
      [of("metric", (m) => usageLike(m.metric)), of("cond", isOfNetworks)],
      (_, bound) => {
        const { cond } = as(bound, "cond");
        const noun: NounSem = { cat: "noun", view: "sim_usage", conds: [] };
        return cond.k === "count" ? { cat: "cond", cond: { ...cond, noun } } : null;
      },
      OVER_NETWORKS,
    ),
  ),
  joinedBy(
    "on the",
    rule(
      "used on so many days",
      [of("metric", (m) => usageLike(m.metric) && m.verb === true), of("ageop", isOfDays)],
      (metric, bound) => {
        const { op, duration } = as(bound, "ageop");
        const used: Cond = {
          k: "metric",
          metric: as(metric, "metric").metric,
          op: "gt",
          quantity: { value: 0, unit: "bytes", said: "0" },
        };
        const noun: NounSem = { cat: "noun", view: "sim_usage_daily", conds: [used] };
        return { cat: "cond", cond: { k: "count", noun, distinct: "day", op, n: duration.amount } };
      },
      OVER_NETWORKS,
    ),
  ),
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
    "so many or more days without traffic",
    [
      of("threshold", (bound) => bound.quantity.unit === "plain" && !bound.upTo),
      of("silent", (days) => days.op === undefined),
    ],
    (bound, days) => ({
      ...as(days, "silent"),
      op: as(bound, "threshold").op,
      n: as(bound, "threshold").quantity.value,
    }),
  ),
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
