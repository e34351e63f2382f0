import type { Comparator, Filter } from "#query/query.ts";
import type { ItemOf, Option, Sem } from "./items.ts";
import { as, isStrict, of, type Rule, rule, word } from "./parts.ts";

const LEVELS = ["low", "medium", "high", "critical"];
/** Members whose values are steps, from the least on. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  "alerts.severity": LEVELS,
  "anomalies.severity": LEVELS,
  "alert_rules.severity": LEVELS,
  "connection_events.severity": ["info", "warning", "critical"],
  "support_tickets.priority": LEVELS.slice(0, 3),
  "churn_risk.risk_level": LEVELS.slice(0, 3),
};

const isLevel = (item: ItemOf<"value">) =>
  !item.cond.negated && item.cond.options.some((option) => levelOf(option) !== null);

/** "High or above", "at least medium", "below critical": of what comes in steps. */
export const LEVEL_RULES: readonly Rule[] = [
  rule("level or more", [of("value", isLevel), word("orMore")], (level) =>
    bounded(as(level, "value"), "gte"),
  ),
  rule("level or less", [of("value", isLevel), word("orLess")], (level) =>
    bounded(as(level, "value"), "lte"),
  ),
  rule("bounded level", [of("cmp", isStrict), of("value", isLevel)], (cmp, level) =>
    bounded(as(level, "value"), as(cmp, "cmp").op),
  ),
];

function bounded(value: ItemOf<"value">, op: Comparator): Sem | null {
  const options = value.cond.options.flatMap((option): Option[] => {
    const level = levelOf(option);
    const values = level?.steps.filter((_, at) => holds(at, op, level.at)) ?? [];
    const filter: Filter | null = level && { member: level.member, op: "in", values };
    return filter && values.length > 0 ? [{ ...option, filter }] : [];
  });
  if (options.length === 0) return null;
  const said = `${SAID[op] ?? op} ${value.cond.said}`;
  return { ...value, dim: options[0]?.dim ?? "severity", cond: { k: "value", options, said } };
}

const SAID: Partial<Record<Comparator, string>> = {
  gte: "at least",
  gt: "above",
  lte: "at most",
  lt: "below",
};

function holds(step: number, op: Comparator, bound: number): boolean {
  if (op === "gt") return step > bound;
  if (op === "gte") return step >= bound;
  return op === "lt" ? step < bound : step <= bound;
}

function levelOf({ filter }: Option) {
  if (!("op" in filter) || filter.op !== "eq" || !("value" in filter)) return null;
  const steps = STEPS[filter.member];
  const at = steps?.indexOf(String(filter.value)) ?? -1;
  return steps && at >= 0 ? { member: filter.member, steps, at } : null;
}
