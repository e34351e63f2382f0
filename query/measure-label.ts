import { memberOf, viewOf } from "./catalogue.ts";
import { conjuncts } from "./conjuncts.ts";
import type { Filter, Measure, Query } from "./query.ts";

const AGGREGATES = {
  sum: "Total",
  avg: "Average",
  min: "Lowest",
  max: "Highest",
  median: "Median",
  p75: "75th percentile of",
  p90: "90th percentile of",
  p95: "95th percentile of",
  p99: "99th percentile of",
  count_distinct: "Different",
} as const;

/** The first and the last of dates, which have no lowest and no highest; null for any other figure. */
export function dateAggregate(agg: string, of: string): "earliest" | "latest" | null {
  const { type } = memberOf(of).definition;
  if (type !== "day" && type !== "timestamp") return null;
  return agg === "min" ? "earliest" : agg === "max" ? "latest" : null;
}

/** A heading for a measure's column: "Total data per day". */
export function measureLabel(measure: Measure): string {
  if ("share" in measure) return `Share of ${lower(measureLabel(measure.share))}`;
  if ("mean" in measure) return `Average of all: ${lower(measureLabel(measure.mean))}`;
  if ("related" in measure) return relatedLabel(measure);
  if ("without" in measure) return `${upper(measure.without)}s without`;
  if ("over" in measure) {
    const groups = measure.over.by.map(
      ({ member, grain }) => grain ?? lower(memberOf(member).definition.label),
    );
    const first = measure.over.first ? `, first ${measure.over.first} only` : "";
    return `${AGGREGATES[measure.agg]} ${lower(measureLabel(measure.over.measure))} per ${groups.join(" and ")}${first}`;
  }
  if ("op" in measure) return operationLabel(measure);
  const per = (measure.per ?? []).map((unit) => ` per ${unit === "sim" ? "SIM" : unit}`).join("");
  const which = ofWhich(measure.where);
  if (measure.agg === "count") return `Count${per}${which}`;
  const label = lower(memberOf(measure.of).definition.label);
  const date = dateAggregate(measure.agg, measure.of);
  if (date) return `${upper(date)} ${label}${which}`;
  const aggregate = per && measure.agg === "sum" ? "Average" : AGGREGATES[measure.agg];
  return `${aggregate} ${label}${per}${which}`;
}

/** " (last week)", " (suspended)": what tells two figures of one kind apart. */
function ofWhich(where: Filter | undefined): string {
  const said = conjuncts(where).flatMap((filter) => {
    if ("time" in filter) return filter.label ?? [];
    return "op" in filter &&
      filter.op === "eq" &&
      "value" in filter &&
      typeof filter.value === "string"
      ? filter.value
      : [];
  });
  return said.length > 0 ? ` (${said.join(", ")})` : "";
}

function relatedLabel({ related, measure }: Extract<Measure, { related: Query["from"] }>): string {
  if ("agg" in measure && measure.agg === "count") return upper(viewOf(related).noun[1]);
  return measureLabel(measure);
}

function operationLabel(measure: Extract<Measure, { op: string }>): string {
  const { op, a, b } = measure;
  switch (op) {
    case "rate":
      return `${measureLabel(a)} per ${measure.times.toLocaleString("en-GB")} ${lower(measureLabel(b))}`;
    case "percent":
      return "Percent";
    case "percent_change":
      return "Change in %";
    case "difference":
    case "distance":
      return "Difference";
    case "sum":
      return "Sum";
    case "excess":
      return `${measureLabel(a)} above ${lower(measureLabel(b))}`;
    case "product":
      return `${measureLabel(a)} times ${lower(measureLabel(b))}`;
    case "ratio":
      return `${measureLabel(a)} to ${lower(measureLabel(b))}`;
  }
}

/** Abbreviations keep their capitals. */
export function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
