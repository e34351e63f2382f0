"use client";

import type { Chat } from "@ai-sdk/react";
import { useEffect, useRef } from "react";
import { isUnheard } from "#app/lib/api.ts";
import { useContact } from "#app/lib/contact.ts";
import { keepText } from "#app/lib/kept-text.ts";
import type { ChatMessage } from "./chat-message.ts";

const PAUSE_MS = 1_000;

/** Whether it was the way to Simon that failed: nobody was met, or the stream of an answer tore. */
export function isWayLost(error: Error | undefined): boolean {
  return isUnheard(error) || error instanceof TypeError;
}

/**
 * Calls `catchUp` when Simon can be reached again. Until then the question is kept in this tab, for a
 * reader who loads the page anew.
 */
export function useCatchUp(
  chat: Chat<ChatMessage>,
  error: Error | undefined,
  catchUp: () => Promise<void>,
): void {
  const isThere = useContact().state === "there";
  const isLost = isWayLost(error);
  const wasLost = useRef(false);
  useEffect(() => {
    if (isLost) keepText("unsent", chat.id, lastQuestionOf(chat));
    else if (wasLost.current) keepText("unsent", chat.id, "");
    wasLost.current = isLost;
  }, [chat, isLost]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once more for each error
  useEffect(() => {
    if (!isLost || !isThere) return;
    const timer = setTimeout(() => void catchUp(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [error, isLost, isThere, catchUp]);
}

function lastQuestionOf({ messages }: Chat<ChatMessage>): string {
  const question = messages.findLast(({ role }) => role === "user");
  return question?.parts.map((part) => (part.type === "text" ? part.text : "")).join("\n") ?? "";
}
