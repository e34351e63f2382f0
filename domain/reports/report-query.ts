import type { Filter, Query } from "#query/query.ts";
import type { ReportGroup, UsageReportSpec } from "./usage-report.ts";

interface Part {
  /** Half-open, days of the zone. */
  readonly from: string;
  readonly to: string;
}

/** By what usage can be told apart: countries and networks are those where it happened. */
const MEMBER_OF: Readonly<Record<Exclude<ReportGroup, "none">, string>> = {
  customer: "sims.customer",
  country: "sim_usage.country",
  operator: "sim_usage.operator",
  rate_plan: "sims.rate_plan",
  tag: "sims.tags",
};

/** Usage of a part of the period: by grain and group, or, `isTotal`, all of it in one row. */
export function reportQuery(
  spec: UsageReportSpec,
  { from, to }: Part,
  { isTotal = false } = {},
): Query {
  const { grain, group_by, zone } = spec;
  const time = "sim_usage.timestamp";
  const ofDirection = (direction: "upload" | "download") =>
    ({
      agg: "sum",
      of: "sim_usage.volume",
      where: { member: "sim_usage.direction", op: "eq", value: direction },
    }) as const;
  return {
    from: "sim_usage",
    where: { and: [{ time, from, to }, ...filtersOf(spec)] },
    measures: [
      { as: "total_volume", measure: { agg: "sum", of: "sim_usage.volume" } },
      { as: "upload_volume", measure: ofDirection("upload") },
      { as: "download_volume", measure: ofDirection("download") },
      { as: "sims", measure: { agg: "count_distinct", of: "sim_usage.iccid" } },
    ],
    ...(!isTotal && {
      groupBy: [
        { member: time, grain },
        ...(group_by === "none" ? [] : [{ member: MEMBER_OF[group_by] }]),
      ],
      orderBy: [
        { by: time, direction: "asc" as const },
        ...(group_by === "none" ? [] : [{ by: "total_volume", direction: "desc" as const }]),
      ],
      ...(group_by === "none" && { fillGaps: true }),
    }),
    zone,
  };
}

function filtersOf(spec: UsageReportSpec): Filter[] {
  return Object.entries(MEMBER_OF).flatMap(([group, member]): Filter[] => {
    const value = spec[group as keyof typeof MEMBER_OF];
    if (value === undefined) return [];
    return group === "tag" ? [{ member, op: "has", value }] : [{ member, op: "eq", value }];
  });
}
