"use client";

import { Pin } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Sheet } from "#app/components/ui/dialog.tsx";
import type { ChatMessage } from "../chat-message.ts";
import { type Pinned, PinnedAnswer } from "./pinned-answer.tsx";
import { usePins } from "./pins.tsx";

interface CanvasProps {
  readonly messages: readonly ChatMessage[];
}

/** The pinned answers: beside the conversation where there is room, else behind a button over it. */
export function Canvas({ messages }: CanvasProps) {
  const { ids } = usePins();
  const [isOpen, setIsOpen] = useState(false);
  const pinned = ids.flatMap((id) => pinnedIn(messages, id));
  if (pinned.length === 0) return null;
  return (
    <>
      <aside
        aria-label="Pinned answers"
        className="flex w-[46%] max-w-3xl min-w-0 shrink-0 flex-col border-l border-line max-xl:hidden"
      >
        <h2 className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-4 text-sm font-medium">
          <Pin aria-hidden className="size-4 text-muted" />
          Pinned
        </h2>
        <PinnedList pinned={pinned} />
      </aside>
      <Button
        size="sm"
        className="absolute top-2 right-3 z-10 xl:hidden"
        onClick={() => setIsOpen(true)}
      >
        <Pin aria-hidden />
        {pinned.length} pinned
      </Button>
      <Sheet
        side="right"
        open={isOpen}
        onOpenChange={setIsOpen}
        title="Pinned"
        className="max-w-3xl"
      >
        <PinnedList pinned={pinned} />
      </Sheet>
    </>
  );
}

function PinnedList({ pinned }: { pinned: readonly Pinned[] }) {
  const { toggle } = usePins();
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto p-4">
      {pinned.map(({ question, answer }) => (
        <PinnedAnswer
          key={answer.id}
          question={question}
          answer={answer}
          onUnpin={() => toggle(answer.id)}
        />
      ))}
    </div>
  );
}

/** Nothing where the answer is not in the version that is shown. */
function pinnedIn(messages: readonly ChatMessage[], id: string): Pinned[] {
  const at = messages.findIndex((message) => message.id === id);
  const answer = messages[at];
  const asked = messages.slice(0, at).findLast(({ role }) => role === "user");
  if (!answer || !asked) return [];
  const question = asked.parts.flatMap((part) => (part.type === "text" ? [part.text] : []));
  return [{ question: question.join(" "), answer }];
}
