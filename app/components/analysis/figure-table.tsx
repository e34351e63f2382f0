"use client";

import { AnswerTable } from "#app/components/answer/answer-table.tsx";
import { useSortedRows } from "#app/components/answer/use-sorted-rows.ts";
import type { Column } from "#query/answer.ts";

interface FigureTableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The numbers behind a picture, in its place. */
export function FigureTable({ caption, columns, rows }: FigureTableProps) {
  const { rows: sorted, sort, onSort } = useSortedRows(rows);
  return (
    <div className="relative h-full overflow-y-auto rounded-md border border-line">
      <AnswerTable caption={caption} columns={columns} rows={sorted} sort={sort} onSort={onSort} />
    </div>
  );
}
