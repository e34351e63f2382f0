"use client";

import { MessagePrimitive, useAuiState } from "@assistant-ui/react";
import { Pencil } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { useChatActions } from "./chat-actions.tsx";
import { MessageEditor } from "./message-editor.tsx";
import { useIsReadOnly } from "./read-only.tsx";
import { focusComposer } from "./use-ask.ts";
import { VersionPicker } from "./version-picker.tsx";

export function UserMessage() {
  const [isEditing, setIsEditing] = useState(false);
  const { resend } = useChatActions();
  const isReadOnly = useIsReadOnly();
  const id = useAuiState((state) => state.message.id);
  const isRunning = useAuiState((state) => state.thread.isRunning);
  const text = useAuiState((state) =>
    state.message.parts.map((part) => (part.type === "text" ? part.text : "")).join("\n"),
  );
  const wasCancelled = useRef(false);
  const send = (edited: string) => {
    setIsEditing(false);
    focusComposer();
    if (edited !== "") resend(id, edited);
  };
  const cancel = () => {
    wasCancelled.current = true;
    setIsEditing(false);
  };
  const focusIfCancelled = (button: HTMLButtonElement | null) => {
    if (!button || !wasCancelled.current) return;
    wasCancelled.current = false;
    button.focus();
  };

  return (
    <MessagePrimitive.Root
      data-role="question"
      className="group/message flex scroll-mt-4 flex-wrap items-center justify-end gap-1 pt-3"
    >
      <span className="sr-only">{isReadOnly ? "Asked:" : "You asked:"}</span>
      {isEditing ? (
        <MessageEditor text={text} onSend={send} onCancel={cancel} />
      ) : (
        <>
          <div className="flex shrink-0 opacity-0 transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100 max-lg:opacity-100">
            <CopyButton text={text} what="the question" />
            {isReadOnly ? null : (
              <Button
                ref={focusIfCancelled}
                look="ghost"
                size="icon-sm"
                aria-label="Edit the question"
                title="Edit the question"
                disabled={isRunning}
                onClick={() => setIsEditing(true)}
              >
                <Pencil aria-hidden />
              </Button>
            )}
          </div>
          <p className="max-h-80 max-w-[85%] min-w-0 overflow-y-auto rounded-xl bg-accent-soft px-3.5 py-2 break-words whitespace-pre-wrap">
            {text}
          </p>
          <div className="flex w-full justify-end empty:hidden">
            <VersionPicker what="question" />
          </div>
        </>
      )}
    </MessagePrimitive.Root>
  );
}
