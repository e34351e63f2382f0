"use client";

import { useAui, useAuiState } from "@assistant-ui/react";
import { useIsReadOnly } from "./read-only.tsx";

/** The ways that a card has to go on with the conversation. */
export function useAsk() {
  const aui = useAui();
  const isReadOnly = useIsReadOnly();
  const isRunning = useAuiState((state) => state.thread.isRunning);
  return {
    /** Nothing can be asked now, or never here. */
    isRunning: isRunning || isReadOnly,
    isReadOnly,
    /** Sends `text` as the reader's own message. */
    ask: (text: string) => {
      if (!isReadOnly) aui.thread.append(text);
    },
    /** Puts `text` where the reader writes, to go on from there. */
    draft: (text: string) => {
      if (isReadOnly) return;
      aui.thread.composer().setText(text);
      focusComposer();
    },
  };
}

export const COMPOSER_ID = "composer";

export function focusComposer(): void {
  document.getElementById(COMPOSER_ID)?.focus();
}
