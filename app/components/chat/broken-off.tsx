"use client";

import { useAuiState } from "@assistant-ui/react";
import { RotateCcw } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useChatActions } from "./chat-actions.tsx";

/** The sentence with which a kept answer broke off. */
export function BrokenOff({ isLast }: { isLast: boolean }) {
  const { error, retry } = useChatActions();
  const sentence = useAuiState((state) => state.message.metadata.custom.error);
  // The failure that has just happened is told below the conversation.
  if (typeof sentence !== "string" || (isLast && error)) return null;
  return (
    <Notice
      tone="critical"
      title="The answer broke off"
      actions={
        isLast ? (
          <Button size="sm" onClick={retry}>
            <RotateCcw aria-hidden />
            Try again
          </Button>
        ) : null
      }
    >
      {sentence}
    </Notice>
  );
}
