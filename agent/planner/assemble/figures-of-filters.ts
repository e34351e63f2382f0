import type { Filter, Query } from "#query/query.ts";
import { unique } from "./common.ts";

type Figures = NonNullable<Query["measures"]>;

/** What conditions looked at, as columns: SIMs over 1 GB, with how much they used. Two bounds on one figure are one column. */
export function figuresOfFilters(filters: readonly Filter[]): Figures {
  const figures = unique(filters.flatMap(figureOf));
  return figures.map((figure, index) => {
    const before = figures.slice(0, index).filter(({ as }) => as === figure.as).length;
    return before === 0 ? figure : { ...figure, as: `${figure.as.slice(0, 38)}_${before + 1}` };
  });
}

function figureOf(filter: Filter): Figures {
  if (!("related" in filter) || !filter.having) return [];
  const { measure } = filter.having;
  if (!("agg" in measure) || "over" in measure) return [];
  const name = "of" in measure ? measure.of.replace(".", "_") : `${filter.related}_count`;
  return [
    {
      as: name.slice(0, 40),
      measure: {
        related: filter.related,
        measure: { ...measure, ...(filter.where ? { where: filter.where } : {}) },
      },
    },
  ];
}
