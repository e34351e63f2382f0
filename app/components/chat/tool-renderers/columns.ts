import type { Column, ColumnKind } from "#query/answer.ts";

/** A column of a tool's own rows. */
export function column(
  name: string,
  label: string,
  kind: ColumnKind = "text",
  isMeasure = false,
): Column {
  return { name, label, kind, isMeasure };
}
