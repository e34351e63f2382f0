"use client";

import type { UseChatHelpers } from "@ai-sdk/react";
import { useCallback, useMemo, useState } from "react";
import type { ChatMessage } from "./chat-message.ts";
import { AT_A_TIME, latestFrom, MOST_WHILE_ANSWERING } from "./latest-messages.ts";

type ChatHelpers = UseChatHelpers<ChatMessage>;

interface LatestMessages extends Pick<ChatHelpers, "messages" | "setMessages"> {
  /** How many stand before these. */
  readonly earlierCount: number;
  readonly showEarlier: () => void;
}

/**
 * The latest messages of a chat, for a runtime that goes over all it holds at each word of an answer. The
 * chat keeps the earlier ones, and so does the server.
 */
export function useLatestMessages({ messages, setMessages, status }: ChatHelpers): LatestMessages {
  // What is shown begins where it began, also when more comes at the end.
  const [from, setFrom] = useState<number | null>(null);
  const isBeyondEnd = from === null || from >= messages.length;
  const isTooLong = status === "submitted" && messages.length - (from ?? 0) > MOST_WHILE_ANSWERING;
  const isTorn = from !== null && from > 0 && messages[from]?.role !== "user"; // another version is shown
  if (messages.length > 0 && (isBeyondEnd || isTooLong || isTorn)) {
    const next = latestFrom(messages, AT_A_TIME);
    if (next !== from) setFrom(next);
  }

  const start = from ?? 0;
  const latest = useMemo(() => messages.slice(start), [messages, start]);
  const setLatest = useCallback<ChatHelpers["setMessages"]>(
    (next) =>
      setMessages((all) => {
        const shown = typeof next === "function" ? next(all.slice(start)) : next;
        return [...all.slice(0, start), ...shown];
      }),
    [setMessages, start],
  );
  // A number, so that the function is the same while an answer comes.
  const earlierFrom = latestFrom(messages.slice(0, start), AT_A_TIME);
  const showEarlier = useCallback(() => setFrom(earlierFrom), [earlierFrom]);
  return { messages: latest, setMessages: setLatest, earlierCount: start, showEarlier };
}
