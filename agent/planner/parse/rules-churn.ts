import type { Item, ItemOf, Option, Sem } from "./items.ts";
import { as, of, type Rule, rule, word } from "./parts.ts";

const LEVELS = ["high", "medium", "low"];
/** "Medium or high churn risk": both are levels of it. */
const BEFORE_EITHER = 5;

/** "Churn risk is high", "rated low for churn": a level said apart from what it is a level of. */
export const CHURN_RULES: readonly Rule[] = [
  rule("churn at a level", [of("metric", isChurn), of("value", isLevel)], (_, level) =>
    levelOf(level),
  ),
  rule(
    "levels of churn",
    [of("value", isLevel), word("or", "and"), of("value", isRisk)],
    (level, _, risk) => alsoAt(as(risk, "value"), as(level, "value")),
    BEFORE_EITHER,
  ),
  rule(
    "churn at levels",
    [of("value", isRisk), word("or", "and"), of("value", isLevel)],
    (risk, _, level) => alsoAt(as(risk, "value"), as(level, "value")),
    BEFORE_EITHER,
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

function isRisk({ dim, cond }: ItemOf<"value">): boolean {
  return dim === "risk_level" && !cond.negated;
}

/** A risk that is said to be at one more level. */
function alsoAt({ cond }: ItemOf<"value">, level: ItemOf<"value">): Sem {
  const more = levelsOf(level).map(atLevel);
  const options = cond.options.map(
    (option): Option => ({ ...option, filter: { or: [...more, option.filter] } }),
  );
  const said = `${cond.said} or ${level.cond.said}`;
  return { cat: "value", dim: "risk_level", cond: { ...cond, options, said } };
}

function atLevel(value: string) {
  return { member: "churn_risk.risk_level", op: "eq", value } as const;
}

function levelOf(item: Item | undefined): Sem {
  const value = as(item, "value");
  const filters = levelsOf(value).map(atLevel);
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
