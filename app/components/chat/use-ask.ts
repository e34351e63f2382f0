"use client";

import { useAui, useAuiState } from "@assistant-ui/react";

/** The ways that a card has to go on with the conversation. */
export function useAsk() {
  const aui = useAui();
  const isRunning = useAuiState((state) => state.thread.isRunning);
  return {
    isRunning,
    /** Sends `text` as the reader's own message. */
    ask: (text: string) => aui.thread.append(text),
    /** Puts `text` where the reader writes, to go on from there. */
    draft: (text: string) => {
      aui.thread.composer().setText(text);
      document.getElementById(COMPOSER_ID)?.focus();
    },
  };
}

export const COMPOSER_ID = "composer";
