"use client";

import { useAuiState } from "@assistant-ui/react";
import { useEffect, useState } from "react";

const SAY_SOMETHING_AFTER_MS = 2_000;
const SAY_HOW_LONG_AFTER_MS = 10_000;

/** Three dots at once; after two seconds what is happening; after ten, what to expect and how to leave. */
export function RunStatus({ isEmpty }: { isEmpty: boolean }) {
  const waitedMs = useWaited();
  const runningTool = useAuiState((state) => {
    const part = state.message.parts.findLast((candidate) => candidate.type === "tool-call");
    return part?.type === "tool-call" && part.result === undefined ? part.toolName : undefined;
  });
  if (!isEmpty && !runningTool && waitedMs < SAY_HOW_LONG_AFTER_MS) return null;
  return (
    <div className="flex min-h-5 items-center gap-2.5 text-sm text-muted" role="status">
      <span aria-hidden className="flex gap-1">
        {["", "[animation-delay:200ms]", "[animation-delay:400ms]"].map((delay) => (
          <span
            key={delay}
            className={`size-1.5 animate-pulse-soft rounded-full bg-accent ${delay}`}
          />
        ))}
      </span>
      {waitedMs >= SAY_SOMETHING_AFTER_MS ? whatHappens(runningTool, waitedMs) : null}
    </div>
  );
}

function whatHappens(tool: string | undefined, waitedMs: number): string {
  const now = tool ? "Asking the database" : "Reading the question";
  if (waitedMs < SAY_HOW_LONG_AFTER_MS) return `${now} …`;
  return `${now}: this takes longer than usual. It can take up to a minute; Esc stops it and keeps what is there.`;
}

function useWaited(): number {
  const [waitedMs, setWaitedMs] = useState(0);
  useEffect(() => {
    const startedAt = performance.now();
    const timer = setInterval(() => setWaitedMs(performance.now() - startedAt), 500);
    return () => clearInterval(timer);
  }, []);
  return waitedMs;
}
