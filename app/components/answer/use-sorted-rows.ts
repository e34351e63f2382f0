"use client";

import { useMemo, useState } from "react";
import { orderingColumn } from "#app/lib/column-order.ts";
import { compareCells, isNumeric } from "#app/lib/format-cell.ts";
import type { Column } from "#query/answer.ts";

export interface Sort {
  readonly column: string;
  readonly direction: "asc" | "desc";
}

type Row = Readonly<Record<string, unknown>>;

/** The rows in the reader's order; null is the order of the answer itself. */
export function useSortedRows(rows: readonly Row[]) {
  const [sort, setSort] = useState<Sort | null>(null);
  const sorted = useMemo(() => {
    if (!sort) return rows;
    const ordering = orderingColumn(sort.column);
    const key = rows[0] && ordering in rows[0] ? ordering : sort.column;
    return rows.toSorted((a, b) => compareCells(a[key], b[key], sort.direction));
  }, [rows, sort]);
  const onSort = (column: Column) => setSort(nextSort(sort, column));
  return { rows: sorted, sort, onSort };
}

/** Quantities begin with the largest, names with A. */
export function firstDirection(column: Column): Sort["direction"] {
  return isNumeric(column) ? "desc" : "asc";
}

/** The other way round the second time; a third press returns to the answer's order. */
function nextSort(sort: Sort | null, column: Column): Sort | null {
  const first = firstDirection(column);
  if (sort?.column !== column.name) return { column: column.name, direction: first };
  if (sort.direction !== first) return null;
  return { column: column.name, direction: first === "asc" ? "desc" : "asc" };
}
