import type { Column } from "#query/answer.ts";

/** The column that answers the question stands second from the left, after the one that names the row. */
export function columnOrder(columns: readonly Column[]): Column[] {
  const measure = columns.find((column) => column.isMeasure);
  const name = columns.find((column) => !column.isMeasure);
  if (!measure || !name) return [...columns];
  return [name, measure, ...columns.filter((column) => column !== measure && column !== name)];
}
