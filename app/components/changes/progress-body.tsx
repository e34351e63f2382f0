"use client";

import { formatCount, formatDuration } from "#app/lib/format.ts";
import type { Change } from "#domain/changes/change.ts";
import { ControlButtons } from "./control-buttons.tsx";
import { Decided } from "./decided.tsx";
import { Problems } from "./problems.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { tallyOf } from "./tally.ts";
import { tallyWords } from "./tally-words.ts";
import type { ChangeActions } from "./use-change-actions.ts";
import { useTimeLeft } from "./use-time-left.ts";

interface ProgressBodyProps {
  readonly change: Change;
  readonly actions: ChangeActions;
}

/** How far an approved change is, and the ways to hold it. */
export function ProgressBody({ change, actions }: ProgressBodyProps) {
  const tally = tallyOf(change);
  const secondsLeft = useTimeLeft(change);
  return (
    <>
      <div className="flex flex-col gap-2 px-4 py-3">
        <ProgressBar tally={tally} />
        <p className="flex flex-wrap justify-between gap-x-4">
          <span>{tallyWords(tally)}</span>
          <span className="text-muted">
            {change.state === "paused" ? pausedWords(change) : leftWords(secondsLeft)}
          </span>
        </p>
      </div>
      <Problems change={change} />
      <Decided change={change} />
      <ControlButtons change={change} actions={actions} />
    </>
  );
}

function leftWords(seconds: number | null): string {
  if (seconds === null) return "";
  if (seconds < 2) return "nearly there";
  return `about ${formatDuration(Math.ceil(seconds)).text} left`;
}

function pausedWords({ progress }: Change): string {
  const inWork = (progress.running ?? 0) + (progress.verifying ?? 0);
  return inWork > 0 ? `${formatCount(inWork)} still coming to an end` : "held";
}
