import type { Column } from "#query/answer.ts";

/** Names such as weekdays come with their number, which only says how they sort. */
export function orderingColumn(name: string): string {
  return `${name}_number`;
}

/** The column that answers the question stands second from the left, after the one that names the row. */
export function columnOrder(all: readonly Column[]): Column[] {
  const orderings = new Set(all.map((column) => orderingColumn(column.name)));
  const columns = all.filter((column) => !orderings.has(column.name));
  const name = columns.find((column) => !column.isMeasure);
  const others = columns.filter((column) => column !== name);
  const answer =
    others.find((column) => column.isMeasure) ?? others.find((column) => column.isAsked);
  if (!answer || !name) return columns;
  return [name, answer, ...others.filter((column) => column !== answer)];
}
