"use client";

import { useAuiState } from "@assistant-ui/react";
import { useEffect, useState } from "react";
import { formatDuration } from "#app/lib/format.ts";
import type { Expectation } from "#domain/threads/thread.ts";

const SAY_SOMETHING_AFTER_MS = 2_000;
const SAY_HOW_LONG_AFTER_MS = 10_000;

/** Three dots at once; after two seconds what is happening; after ten, what to expect and how to leave. */
export function RunStatus({ isEmpty }: { isEmpty: boolean }) {
  const expectation = useAuiState(
    (state) => state.message.metadata.custom.expectation as Expectation | undefined,
  );
  const waitedMs = useWaited(expectation);
  const runningTool = useAuiState((state) => {
    const part = state.message.parts.findLast((candidate) => candidate.type === "tool-call");
    return part?.type === "tool-call" && part.result === undefined ? part.toolName : undefined;
  });
  if (!isEmpty && !runningTool && waitedMs < SAY_HOW_LONG_AFTER_MS) return null;
  const isLong = waitedMs >= SAY_HOW_LONG_AFTER_MS;
  return (
    <div className="flex min-h-5 items-start gap-2.5 text-sm text-muted">
      <span aria-hidden className="flex h-5 items-center gap-1">
        {["", "[animation-delay:200ms]", "[animation-delay:400ms]"].map((delay) => (
          <span
            key={delay}
            className={`size-1.5 animate-pulse-soft rounded-full bg-accent ${delay}`}
          />
        ))}
      </span>
      <div>
        <span role="status">
          {waitedMs >= SAY_SOMETHING_AFTER_MS
            ? `${runningTool ? "Asking the database" : "Reading the question"} …`
            : null}
          {isLong ? ` ${whatToExpect(expectation)}` : null}
        </span>
        {/* Counted for the eye only: told aloud, it would never be quiet. */}
        {isLong ? (
          <span aria-hidden> {formatDuration(Math.floor(waitedMs / 1000)).text} so far.</span>
        ) : null}
      </div>
    </div>
  );
}

function whatToExpect(expectation: Expectation | undefined): string {
  const lengthOf = (ms: number) => formatDuration(Math.round(ms / 1000)).text;
  return [
    expectation?.usualMs ? `A slow answer took ${lengthOf(expectation.usualMs)} lately.` : "",
    expectation ? `It is given up after ${lengthOf(expectation.mostMs)}.` : "",
    "You can leave: the answer will be in this conversation. Stop keeps what is there.",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Also across a reload, since the server says when it began. */
function useWaited(expectation: Expectation | undefined): number {
  const [waitedMs, setWaitedMs] = useState(0);
  const beganAt = expectation && Date.parse(expectation.startedAt);
  const mostMs = expectation?.mostMs ?? 0;
  useEffect(() => {
    const openedAt = performance.now();
    // The server's clock may differ from this one's.
    const before = beganAt ? Math.min(Math.max(0, Date.now() - beganAt), mostMs) : 0;
    const timer = setInterval(() => setWaitedMs(before + performance.now() - openedAt), 500);
    return () => clearInterval(timer);
  }, [beganAt, mostMs]);
  return waitedMs;
}
