import type { ColumnKind } from "./answer.ts";
import type { MemberDefinition } from "./catalogue/types.ts";
import { memberOf } from "./catalogue.ts";
import type { Measure } from "./query.ts";

export interface ValueType {
  readonly kind: ColumnKind;
  readonly unit?: string | undefined;
}

const COUNT: ValueType = { kind: "number" };

/** What kind of value a measure gives. */
export function measureType(measure: Measure): ValueType {
  if ("share" in measure) return { kind: "percent" };
  if ("mean" in measure) return measureType(measure.mean);
  if ("without" in measure) return COUNT;
  if ("related" in measure) return measureType(measure.measure);
  if ("over" in measure) return measureType(measure.over.measure);
  if ("op" in measure) return operationType(measure);
  if (measure.agg === "count" || measure.agg === "count_distinct") return COUNT;
  return memberType(memberOf(measure.of).definition);
}

function operationType(measure: Extract<Measure, { op: string }>): ValueType {
  if (measure.op === "percent" || measure.op === "percent_change") return { kind: "percent" };
  const a = measureType(measure.a);
  if (measure.op === "product") return a.kind === "money" ? a : measureType(measure.b);
  if (measure.op !== "ratio") return a;
  return a.kind === measureType(measure.b).kind ? COUNT : a;
}

/** How a member's values are shown. */
export function memberType(definition: MemberDefinition): ValueType {
  const { type, unit } = definition;
  if (type === "enum" || type === "inet") return { kind: "text" };
  return { kind: type, unit };
}

/** Over no rows the measure is zero rather than unknown. */
export function isZeroWhenEmpty(measure: Measure): boolean {
  if ("share" in measure || "mean" in measure) return false;
  if ("over" in measure || "without" in measure) return false;
  if ("related" in measure) return isZeroWhenEmpty(measure.measure);
  if ("op" in measure) {
    const adds = ["difference", "distance", "sum"].includes(measure.op);
    return adds && isZeroWhenEmpty(measure.a) && isZeroWhenEmpty(measure.b);
  }
  return measure.agg === "count" || measure.agg === "sum" || measure.agg === "count_distinct";
}
