"use client";

import { MessagePrimitive, useAuiState } from "@assistant-ui/react";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { AnswerActions } from "./answer-actions.tsx";
import { answerSegments } from "./answer-segments.ts";
import { BrokenOff } from "./broken-off.tsx";
import { FollowUps } from "./follow-ups.tsx";
import { useIsReadOnly } from "./read-only.tsx";
import { RichText } from "./rich-text.tsx";
import { RunStatus } from "./run-status.tsx";
import { ToolPart } from "./tool-renderers/tool-part.tsx";
import { UnsupportedFigures } from "./unsupported-figures.tsx";

export function AssistantMessage() {
  const id = useAuiState((state) => state.message.id);
  const isReadOnly = useIsReadOnly();
  const parts = useAuiState((state) => state.message.parts);
  const isRunning = useAuiState((state) => state.message.status?.type === "running");
  const isLast = useAuiState((state) => state.message.isLast);
  const wasStopped = useAuiState(
    (state) =>
      state.message.status?.type === "incomplete" && state.message.status.reason === "cancelled",
  );
  const segments = answerSegments(parts);
  const text = segments
    .map((segment) => segment.text)
    .join("\n\n")
    .trim();
  const isEmpty = text === "" && segments.every((segment) => segment.tools.length === 0);

  // Nothing came: the end of the conversation says so.
  if (isEmpty && !isRunning) return null;
  return (
    <MessagePrimitive.Root className="group/message flex scroll-mt-4 flex-col gap-3">
      <span className="sr-only">Simon answered:</span>
      {segments.map((segment) => (
        // of this very message: the planner's calls have the same ids in each version
        <div key={`${id} ${segment.key}`} className="flex flex-col gap-3">
          {segment.text !== "" ? (
            <RichText text={segment.text} />
          ) : isRunning && segment.hasResult ? (
            <Skeleton className="my-0.5 h-4 w-3/5" />
          ) : null}
          {segment.tools.map((tool) => (
            <ToolPart key={tool.toolCallId} part={tool} isRunning={isRunning} />
          ))}
        </div>
      ))}
      {isRunning ? null : <UnsupportedFigures />}
      {isRunning ? <RunStatus isEmpty={isEmpty} /> : null}
      {isRunning ? null : <BrokenOff isLast={isLast} />}
      {wasStopped ? <p className="text-sm text-muted">Stopped. What was there is kept.</p> : null}
      {isLast && !isRunning && !isReadOnly ? <FollowUps /> : null}
      {isRunning ? null : <AnswerActions id={id} text={text} isLast={isLast} />}
    </MessagePrimitive.Root>
  );
}
