import type { Measure } from "../../query.ts";
import type { Value } from "./values.ts";

export function isAdded(measure: Measure): boolean {
  return (
    "agg" in measure &&
    !("over" in measure) &&
    ["count", "sum", "count_distinct"].includes(measure.agg)
  );
}

export function aggregate(agg: string, all: readonly Value[], count: number): Value {
  if (agg === "count") return count;
  const values = all.filter((value) => value !== null);
  if (agg === "count_distinct") return new Set(values).size;
  const numbers = values.map((value) =>
    typeof value === "string" ? Date.parse(value) : Number(value),
  );
  const sum = numbers.reduce((total, value) => total + value, 0);
  if (agg === "sum") return sum;
  if (numbers.length === 0) return null;
  numbers.sort((a, b) => a - b);
  if (agg === "avg") return sum / numbers.length;
  const part = agg === "median" ? 50 : Number(/^p(\d\d)$/.exec(agg)?.[1]);
  if (!Number.isNaN(part)) return percentile(numbers, part / 100);
  return (agg === "min" ? numbers[0] : numbers.at(-1)) ?? null;
}

function percentile(sorted: readonly number[], part: number): number {
  const position = part * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (above - below) * (position - Math.floor(position));
}

export function operate(op: string, a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  const [left, right] = [Number(a), Number(b)];
  if (op === "difference") return left - right;
  if (op === "distance") return Math.abs(left - right);
  if (op === "sum") return left + right;
  if (op === "excess") return Math.max(left - right, 0);
  if (op === "product") return left * right;
  if (right === 0) return null;
  if (op === "ratio" || op === "rate") return left / right;
  return op === "percent" ? (100 * left) / right : (100 * (left - right)) / right;
}
