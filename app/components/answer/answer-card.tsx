"use client";

import { ChevronRight, Download, Maximize2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { csvOf } from "#app/lib/answer-csv.ts";
import { columnOrder } from "#app/lib/column-order.ts";
import { downloadText } from "#app/lib/download.ts";
import { fileNameOf } from "#app/lib/file-name.ts";
import { countOf, formatCount } from "#app/lib/format.ts";
import type { Answer } from "#query/answer.ts";
import type { Query } from "#query/query.ts";
import { AnswerCanvas } from "./answer-canvas.tsx";
import { AnswerChart } from "./answer-chart.tsx";
import { AnswerTable } from "./answer-table.tsx";
import { ChangeNotice } from "./change-notice.tsx";
import { EmptyAnswer } from "./empty-answer.tsx";
import { Interpretation } from "./interpretation.tsx";
import { type ChangedAnswer, useChangedAnswer } from "./use-changed-answer.ts";
import { useSortedRows } from "./use-sorted-rows.ts";

const INLINE_ROWS = 10;

interface AnswerCardProps {
  readonly answer: Answer;
  /** The query behind it, so that its parts can be changed; null where it is not known. */
  readonly query: Query | null;
}

/** What a question about the fleet got: picture, rows, how it was read. The sentence stands above it. */
export function AnswerCard(given: AnswerCardProps) {
  const asked = useChangedAnswer(given);
  const { answer, isChanged, isBusy } = asked;
  if (isSingleValue(answer) && !isChanged) return <SingleValue asked={asked} />;
  return (
    <Card
      aria-label={answer.interpretation}
      aria-busy={isBusy}
      className="divide-y divide-line overflow-hidden aria-busy:opacity-60"
    >
      <ChangeNotice asked={asked} />
      {answer.rows.length === 0 ? (
        <EmptyAnswer asked={asked} />
      ) : (
        <>
          {answer.chart ? (
            <AnswerChart columns={answer.columns} rows={answer.rows} chart={answer.chart} />
          ) : null}
          <Rows answer={answer} />
        </>
      )}
      <Interpretation asked={asked} />
    </Card>
  );
}

/** One number: the sentence says it, so there is no card. */
function isSingleValue({ rows, columns }: Answer): boolean {
  return rows.length === 1 && columns.length === 1 && columns[0]?.isMeasure === true;
}

function SingleValue({ asked }: { asked: ChangedAnswer }) {
  return (
    <details className="group/reading rounded-lg border border-transparent open:border-line open:bg-raised">
      <summary className="inline-flex h-7 items-center gap-1 rounded-sm text-sm text-muted group-open/reading:px-3 hover:text-fg">
        <ChevronRight
          aria-hidden
          className="size-3.5 transition-transform group-open/reading:rotate-90"
        />
        How I read it
      </summary>
      <Interpretation asked={asked} isTitled={false} />
    </details>
  );
}

function Rows({ answer }: { answer: Answer }) {
  const [isCanvasOpen, setIsCanvasOpen] = useState(false);
  const columns = columnOrder(answer.columns);
  const { rows, sort, onSort } = useSortedRows(answer.rows);
  const exportCsv = () => {
    const name = `${fileNameOf(answer.interpretation, "answer")}.csv`;
    downloadText(name, csvOf(columns, rows), "text/csv");
  };
  return (
    <div>
      <AnswerTable
        caption={answer.interpretation}
        columns={columns}
        rows={rows.slice(0, INLINE_ROWS)}
        sort={sort}
        onSort={onSort}
      />
      <div className="flex items-center gap-1 border-t border-line px-2 py-1">
        {answer.row_count > INLINE_ROWS ? (
          <Button
            look="ghost"
            size="sm"
            className="text-accent"
            onClick={() => setIsCanvasOpen(true)}
          >
            <Maximize2 aria-hidden />
            Show all {formatCount(answer.row_count)}
          </Button>
        ) : (
          <span className="px-2 text-sm text-muted">{countOf(answer.row_count, "row")}</span>
        )}
        <div className="flex-1" />
        <Button look="ghost" size="sm" onClick={exportCsv}>
          <Download aria-hidden />
          CSV
        </Button>
      </div>
      <AnswerCanvas
        open={isCanvasOpen}
        onOpenChange={setIsCanvasOpen}
        answer={answer}
        columns={columns}
        onExport={exportCsv}
      />
    </div>
  );
}
