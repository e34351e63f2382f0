"use client";

import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Sheet } from "#app/components/ui/dialog.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";
import type { Answer, Column } from "#query/answer.ts";
import { AnswerTable } from "./answer-table.tsx";
import { useSortedRows } from "./use-sorted-rows.ts";

const PAGE_ROWS = 100;

interface AnswerCanvasProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly answer: Answer;
  readonly columns: readonly Column[];
  readonly onExport: () => void;
}

/** All the rows of an answer beside the conversation, a page at a time. */
export function AnswerCanvas({ open, onOpenChange, answer, columns, onExport }: AnswerCanvasProps) {
  return (
    <Sheet
      side="right"
      open={open}
      onOpenChange={onOpenChange}
      title={answer.interpretation}
      description={
        answer.row_count > answer.rows.length
          ? `The first ${formatCount(answer.rows.length)} of ${countOf(answer.row_count, "row")}`
          : countOf(answer.row_count, "row")
      }
      className="max-w-[1000px]"
    >
      <Pages answer={answer} columns={columns} onExport={onExport} />
    </Sheet>
  );
}

type PagesProps = Pick<AnswerCanvasProps, "answer" | "columns" | "onExport">;

function Pages({ answer, columns, onExport }: PagesProps) {
  const [page, setPage] = useState(0);
  const { rows, sort, onSort } = useSortedRows(answer.rows);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const from = page * PAGE_ROWS;
  const sortFromStart = (column: Column) => {
    setPage(0);
    onSort(column);
  };
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <AnswerTable
          caption={answer.interpretation}
          columns={columns}
          rows={rows.slice(from, from + PAGE_ROWS)}
          sort={sort}
          onSort={sortFromStart}
        />
      </div>
      <footer className="flex items-center gap-1 border-t border-line px-3 py-2 pb-[max(8px,env(safe-area-inset-bottom))]">
        {pages > 1 ? (
          <>
            <Button
              look="ghost"
              size="icon"
              aria-label="Previous page"
              disabled={page === 0}
              onClick={() => setPage(page - 1)}
            >
              <ChevronLeft aria-hidden />
            </Button>
            <span className="text-sm text-muted" aria-live="polite">
              {formatCount(from + 1)}–{formatCount(Math.min(from + PAGE_ROWS, rows.length))}
            </span>
            <Button
              look="ghost"
              size="icon"
              aria-label="Next page"
              disabled={page === pages - 1}
              onClick={() => setPage(page + 1)}
            >
              <ChevronRight aria-hidden />
            </Button>
          </>
        ) : null}
        <div className="flex-1" />
        <Button size="sm" onClick={onExport}>
          <Download aria-hidden />
          CSV
        </Button>
      </footer>
    </>
  );
}
