"use client";

import type { ToolCallMessagePart } from "@assistant-ui/react";
import { getToolName, isToolUIPart } from "ai";
import { PinOff } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import type { ChatMessage } from "../chat-message.ts";
import { RichText } from "../rich-text.tsx";
import { ToolPart } from "../tool-renderers/tool-part.tsx";

export interface Pinned {
  readonly question: string;
  readonly answer: ChatMessage;
}

interface PinnedAnswerProps extends Pinned {
  readonly onUnpin: () => void;
}

/** An answer to keep working on: its chart, rows and chips are its own, apart from the conversation's. */
export function PinnedAnswer({ question, answer, onUnpin }: PinnedAnswerProps) {
  const text = answer.parts
    .flatMap((part) => (part.type === "text" ? [part.text] : []))
    .join("\n\n");
  return (
    <article className="flex flex-col gap-3" aria-label={question}>
      <header className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 pt-1 text-sm font-medium text-muted">{question}</h3>
        <Button look="ghost" size="icon-sm" aria-label="Unpin" title="Unpin" onClick={onUnpin}>
          <PinOff aria-hidden />
        </Button>
      </header>
      {text === "" ? null : <RichText text={text} />}
      {resultsOf(answer).map((part) => (
        <ToolPart key={part.toolCallId} part={part} isRunning={false} />
      ))}
    </article>
  );
}

export function resultsOf(answer: ChatMessage): ToolCallMessagePart[] {
  return answer.parts.flatMap((part) =>
    isToolUIPart(part) && part.state === "output-available"
      ? [
          {
            type: "tool-call",
            toolCallId: part.toolCallId,
            toolName: getToolName(part),
            args: part.input as ToolCallMessagePart["args"],
            argsText: "",
            result: part.output,
          },
        ]
      : [],
  );
}
