"use client";

import { Download, RotateCcw, Undo2 } from "lucide-react";
import { Instant } from "#app/components/instant.tsx";
import { Button, buttonStyle } from "#app/components/ui/button.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { formatHour } from "#app/lib/format.ts";
import type { Change } from "#domain/changes/change.ts";
import { ChangedSince } from "./changed-since.tsx";
import { Decided } from "./decided.tsx";
import { Problems } from "./problems.tsx";
import { tallyOf } from "./tally.ts";
import { tallyWords } from "./tally-words.ts";
import type { ChangeActions } from "./use-change-actions.ts";

interface ResultBodyProps {
  readonly change: Change;
  readonly actions: ChangeActions;
}

/** What came of it: what went wrong first, then the counts, then the way back. */
export function ResultBody({ change, actions }: ResultBodyProps) {
  const tally = tallyOf(change);
  const mayPropose = useMay("sims:write");
  const isBusy = actions.busyWith !== null;
  return (
    <>
      <Problems change={change} />
      <ChangedSince change={change} />
      <p className="px-4 py-3">
        {tallyWords(tally)}
        {change.finished_at ? (
          <span className="text-muted">
            {" · "}
            {change.state === "cancelled" ? "cancelled" : "finished"}{" "}
            <Instant iso={change.finished_at} />
          </span>
        ) : null}
      </p>
      <Decided change={change} />
      <div className="flex flex-wrap items-center gap-2 px-4 py-3">
        {mayPropose && change.retry.possible ? (
          <Button disabled={isBusy} onClick={() => void actions.run("retry")}>
            <RotateCcw aria-hidden />
            {actions.busyWith === "retry" ? "One moment …" : "Try the failed ones again"}
          </Button>
        ) : null}
        {mayPropose && change.undo.possible ? (
          <Button disabled={isBusy} onClick={() => void actions.run("undo")}>
            <Undo2 aria-hidden />
            {actions.busyWith === "undo" ? "One moment …" : "Undo"}
          </Button>
        ) : null}
        <a
          href={`/api/changes/${encodeURIComponent(change.id)}/results.csv`}
          download
          className={buttonStyle()}
        >
          <Download aria-hidden />
          CSV
        </a>
        <UndoNote change={change} />
      </div>
    </>
  );
}

function UndoNote({ change: { undo, preview, state } }: { change: Change }) {
  if (undo.possible && undo.until)
    return (
      <span className="text-sm text-muted">Can be undone until {formatHour(undo.until).text}.</span>
    );
  if (undo.of !== null || preview.reversible || state === "cancelled") return null;
  return <span className="text-sm text-muted">Cannot be undone. {preview.undo_note}</span>;
}
