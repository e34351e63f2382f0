"use client";

import { Database, TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { formatInstant } from "#app/lib/format.ts";
import type { Answer } from "#query/answer.ts";
import { ChangeableChip } from "./changeable-chip.tsx";
import { SqlDetails } from "./sql-details.tsx";
import type { ChangedAnswer } from "./use-changed-answer.ts";

interface InterpretationProps {
  readonly asked: ChangedAnswer;
  /** False where a title already stands above. */
  readonly isTitled?: boolean;
}

/** How the question was read: chips, assumptions, the SQL, and the time of the data. */
export function Interpretation({ asked, isTitled = true }: InterpretationProps) {
  const { answer } = asked;
  const now = useFleetNow();
  const asOf = formatInstant(answer.as_of, now);
  const chips = useRef<HTMLDivElement>(null);
  const changedTo = asked.isChanged ? answer : null;
  const shown = useRef(changedTo);
  useEffect(() => {
    if (shown.current === changedTo) return;
    shown.current = changedTo;
    // What was pressed, a chip or the way back, may be gone and the focus with it.
    if (document.activeElement === document.body) chips.current?.focus({ preventScroll: true });
  }, [changedTo]);
  return (
    <div className="flex flex-col gap-2 px-4 py-3 text-sm">
      <div ref={chips} tabIndex={-1} className="flex flex-wrap items-center gap-1.5 outline-none">
        {isTitled ? <span className="mr-1 text-muted">How I read it</span> : null}
        {answer.chips.map((chip) => (
          <ChangeableChip key={keyOf(chip)} chip={chip} asked={asked} />
        ))}
        {answer.chips.length === 0 ? <span>{answer.interpretation}</span> : null}
      </div>
      {answer.assumptions.length > 0 ? (
        <ul className="flex flex-col gap-0.5 text-muted">
          {answer.assumptions.map((assumption) => (
            <li key={assumption}>Assumed: {assumption}</li>
          ))}
        </ul>
      ) : null}
      {answer.stale?.map((note) => (
        <p key={note} className="flex items-center gap-1.5 text-attention">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          {note}
        </p>
      ))}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1 text-muted">
        <SqlDetails sql={answer.sql} />
        <span className="inline-flex items-center gap-1.5" title={asOf.exact}>
          <Database aria-hidden className="size-3.5" />
          Data as of {asOf.text}
        </span>
      </div>
    </div>
  );
}

/** The same chip with another text keeps the focus. */
function keyOf({ kind, part, text }: Answer["chips"][number]): string {
  return part ? `${part.of} ${part.index}` : `${kind} ${text}`;
}
