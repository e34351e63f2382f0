import type { Query } from "../query.ts";
import type { Compiled } from "./aggregate.ts";
import { indent } from "./filter.ts";

/** How many groups a finished query has, where that is what was asked for. */
export function countGroups({ countGroups: as }: Query, { text, columns }: Compiled): Compiled {
  if (as === undefined) return { text, columns };
  return {
    text: `select\n  count(*) as ${as}\nfrom (\n${indent(text, 2)}\n) as each_group`,
    columns: [{ name: as, label: "Number", kind: "number", isMeasure: true }],
  };
}
