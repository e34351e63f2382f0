"use client";

import { SortHeading, WAYS } from "#app/components/ui/sort-heading.tsx";
import { cn } from "#app/lib/cn.ts";
import { isNumeric } from "#app/lib/format-cell.ts";
import type { Column } from "#query/answer.ts";
import { Cell } from "./cell.tsx";
import { firstDirection, type Sort } from "./use-sorted-rows.ts";

interface AnswerTableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly sort: Sort | null;
  readonly onSort: (column: Column) => void;
}

/** Rows under sortable headers; wide ones scroll sideways inside. */
export function AnswerTable({ caption, columns, rows, sort, onSort }: AnswerTableProps) {
  // Few columns stay side by side on the left, where the eye can follow a row.
  const isNarrow = columns.length <= 3;
  return (
    <div className="scroll-edges relative overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column) => (
              <SortHeading
                key={column.name}
                label={column.label}
                sorted={sort?.column === column.name ? WAYS[sort.direction] : null}
                next={WAYS[firstDirection(column)]}
                onSort={() => onSort(column)}
                isNumber={isNumeric(column)}
                className="first:pl-2 last:pr-2"
              />
            ))}
            {isNarrow ? <td className="w-full" /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer carry no identity and no state
            <tr key={index} className="h-9 border-b border-line last:border-b-0 hover:bg-hover">
              {columns.map((column) => (
                <td
                  key={column.name}
                  className={cn(
                    "max-w-72 truncate px-3 py-1.5 first:pl-4 last:pr-4",
                    isNumeric(column) && "text-right whitespace-nowrap",
                    column.isMeasure && "font-medium",
                  )}
                >
                  <Cell value={row[column.name]} column={column} />
                </td>
              ))}
              {isNarrow ? <td /> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
