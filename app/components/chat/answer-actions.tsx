"use client";

import { ActionBarPrimitive } from "@assistant-ui/react";
import { RotateCcw } from "lucide-react";
import { memo } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { PinButton } from "./canvas/pin-button.tsx";
import { Feedback } from "./feedback.tsx";
import { useIsReadOnly } from "./read-only.tsx";
import { UsageNote } from "./usage-note.tsx";
import { VersionPicker } from "./version-picker.tsx";

interface AnswerActionsProps {
  /** Of the answer, as are the others. */
  readonly id: string;
  readonly text: string;
  readonly isLast: boolean;
}

/** What can be done with an answer. Each follows by itself what it shows of the message. */
export const AnswerActions = memo(function AnswerActions({ id, text, isLast }: AnswerActionsProps) {
  const isReadOnly = useIsReadOnly();
  return (
    <div
      className={
        isLast
          ? "-ml-1.5 flex flex-wrap"
          : "-ml-1.5 -mb-4 flex flex-wrap opacity-0 transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100 max-lg:opacity-100"
      }
    >
      {text === "" ? null : <CopyButton text={text} what="the answer" />}
      {isReadOnly ? null : (
        <>
          <ActionBarPrimitive.Reload asChild>
            <Button look="ghost" size="icon-sm" aria-label="Answer again" title="Answer again">
              <RotateCcw aria-hidden />
            </Button>
          </ActionBarPrimitive.Reload>
          <PinButton />
          <Feedback key={id} />
          <VersionPicker what="answer" />
          <UsageNote />
        </>
      )}
    </div>
  );
});
