"use client";

import type { Chat } from "@ai-sdk/react";
import { useEffect } from "react";
import useSWR from "swr";
import { getJson, RequestFailed } from "#app/lib/api.ts";
import type { ChatMessage } from "./chat-message.ts";

type History =
  | { readonly state: "loading" | "ready" | "missing" }
  | { readonly state: "failed"; readonly error: Error; readonly retry: () => void };

/**
 * Fills `chat` with what the server has of its thread, at first and whenever the window gets the focus
 * again (another tab may have gone on). The server is the one writer of history.
 */
export function useThreadHistory(chat: Chat<ChatMessage>, isNew: boolean): History {
  const { data, error, mutate } = useSWR<{ messages: ChatMessage[] }, Error>(
    isNew ? null : `/api/threads/${chat.id}/messages`,
    getJson,
    { revalidateIfStale: true, shouldRetryOnError: false },
  );

  useEffect(() => {
    const isIdle = chat.status === "ready" || chat.status === "error";
    if (!data || !isIdle || !isFurther(data.messages, chat.messages)) return;
    chat.messages = data.messages;
    // The answer may still be under way, begun before a reload or in another tab.
    if (data.messages.at(-1)?.role === "user") void chat.resumeStream();
  }, [chat, data]);

  if (isNew || chat.messages.length > 0 || data?.messages.length === 0) return { state: "ready" };
  if (!error) return { state: "loading" };
  if (error instanceof RequestFailed && error.status === 404) return { state: "missing" };
  return { state: "failed", error, retry: () => mutate() };
}

/** An answer that just ended may be here before the server's list has it. */
function isFurther(theirs: readonly ChatMessage[], ours: readonly ChatMessage[]): boolean {
  return theirs.length >= ours.length && theirs.at(-1)?.id !== ours.at(-1)?.id;
}
