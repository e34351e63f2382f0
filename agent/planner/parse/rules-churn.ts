import type { Item, ItemOf, Option, Sem } from "./items.ts";
import { as, of, type Rule, rule } from "./parts.ts";

const LEVELS = ["high", "medium", "low"];

/** "Churn risk is high", "rated low for churn": a level said apart from what it is a level of. */
export const CHURN_RULES: readonly Rule[] = [
  rule("churn at a level", [of("metric", isChurn), of("value", isLevel)], (_, level) =>
    levelOf(level),
  ),
  rule("level of churn", [of("value", isLevel), of("metric", isChurn)], (level) => levelOf(level)),
];

function isChurn({ metric, agg }: ItemOf<"metric">): boolean {
  return metric === "churn" && agg === undefined;
}

function levelsOf({ cond }: ItemOf<"value">): string[] {
  return cond.said.split(" or ");
}

function isLevel(value: ItemOf<"value">): boolean {
  return !value.cond.negated && levelsOf(value).every((level) => LEVELS.includes(level));
}

function levelOf(item: Item | undefined): Sem {
  const value = as(item, "value");
  const filters = levelsOf(value).map(
    (level) => ({ member: "churn_risk.risk_level", op: "eq", value: level }) as const,
  );
  const [first] = filters;
  const filter = filters.length === 1 && first ? first : { or: filters };
  const options: Option[] = [{ view: "churn_risk", dim: "risk_level", filter }];
  const level: Sem = { cat: "value", dim: "risk_level", cond: { ...value.cond, options } };
  const isAll = LEVELS.every((one) => levelsOf(value).includes(one));
  if (!isAll) return level;
  return {
    cat: "bundle",
    parts: [level, { cat: "group", groups: [{ k: "dim", dim: "risk_level" }] }],
  };
}
