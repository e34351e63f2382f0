"use client";

import { useState } from "react";
import { AnswerTable } from "#app/components/answer/answer-table.tsx";
import { useSortedRows } from "#app/components/answer/use-sorted-rows.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";
import type { Column } from "#query/answer.ts";

const FIRST_ROWS = 10;

interface ResultTableProps {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly note?: string | undefined;
}

/** The rows that a tool gave, as a card: ten first, the rest on demand. */
export function ResultTable({ title, columns, rows, note }: ResultTableProps) {
  const [isWhole, setIsWhole] = useState(false);
  const { rows: sorted, sort, onSort } = useSortedRows(rows);
  const shown = isWhole ? sorted : sorted.slice(0, FIRST_ROWS);
  return (
    <Card aria-label={title} className="overflow-hidden">
      <h3 className="border-b border-line px-4 py-2 text-sm font-medium">{title}</h3>
      {rows.length === 0 ? (
        <p className="px-4 py-3 text-muted">Nothing here.</p>
      ) : (
        <AnswerTable caption={title} columns={columns} rows={shown} sort={sort} onSort={onSort} />
      )}
      <footer className="flex items-center gap-3 border-t border-line px-2 py-1 text-sm text-muted">
        {rows.length > FIRST_ROWS ? (
          <Button look="ghost" size="sm" onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? "Show less" : `Show all ${formatCount(rows.length)}`}
          </Button>
        ) : (
          <span className="px-2 py-1">{countOf(rows.length, "row")}</span>
        )}
        {note}
      </footer>
    </Card>
  );
}
