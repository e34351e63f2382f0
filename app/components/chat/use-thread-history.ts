"use client";

import type { Chat } from "@ai-sdk/react";
import { useCallback, useEffect, useState } from "react";
import useSWR from "swr";
import { getJson, RequestFailed } from "#app/lib/api.ts";
import { keptText } from "#app/lib/kept-text.ts";
import type { ChatMessage } from "./chat-message.ts";

type HistoryState =
  | { readonly state: "loading" | "ready" | "missing" }
  | { readonly state: "failed"; readonly error: Error; readonly retry: () => void };

interface History {
  readonly history: HistoryState;
  /** After nothing came through for a while: takes what the server has, or sends the question that it has not. */
  readonly catchUp: () => Promise<void>;
  /** Tells what was loaded that the server has these by now. */
  readonly onShown: (messages: ChatMessage[]) => void;
}

interface Kept {
  readonly messages: ChatMessage[];
  /** The question that is being answered just now, begun before a reload or in another tab. */
  readonly answering: string | null;
}

/**
 * Fills `chat` with what the server has of its thread, at first and whenever the window gets the focus
 * again (another tab may have gone on). The server is the one writer of history.
 */
export function useThreadHistory(chat: Chat<ChatMessage>, isNew: boolean): History {
  const { data, error, mutate } = useSWR<Kept, Error>(
    isNew ? null : `/api/threads/${chat.id}/messages`,
    getJson,
    { revalidateIfStale: true, shouldRetryOnError: false },
  );

  // Its first question may be in this tab only.
  const [isBegunHere] = useState(
    () => keptText("unsent", chat.id) !== "" || keptText("draft", chat.id) !== "",
  );

  useEffect(() => {
    if (!data || (chat.status !== "ready" && chat.status !== "error")) return;
    if (data.answering !== null) void goOn(chat, data, () => void mutate());
    else if (isNews(data.messages, chat)) chat.messages = data.messages;
  }, [chat, data, mutate]);

  const onShown = useCallback(
    (messages: ChatMessage[]) => void mutate({ messages, answering: null }, { revalidate: false }),
    [mutate],
  );
  const catchUp = useCallback(async () => {
    const asked = chat.messages.findLast(({ role }) => role === "user");
    const kept = await keptOf(chat.id);
    if (!asked || !kept || chat.status !== "error") return;
    const isAsked = kept.messages.some(({ id }) => id === asked.id);
    chat.clearError();
    if (kept.answering === asked.id) await goOn(chat, kept, () => void mutate());
    else if (isAsked && kept.messages.at(-1)?.id !== asked.id) chat.messages = kept.messages;
    else await chat.sendMessage({ messageId: asked.id, parts: asked.parts, role: "user" });
  }, [chat, mutate]);
  return { history: stateOf(), catchUp, onShown };

  function stateOf(): HistoryState {
    if (isNew || chat.messages.length > 0 || data?.messages.length === 0) return { state: "ready" };
    if (!error) return { state: "loading" };
    if (isMissing(error)) return { state: isBegunHere ? "ready" : "missing" };
    return { state: "failed", error, retry: () => mutate() };
  }
}

/** What the server has by now, nothing where the conversation has not come to it; null where it does not say. */
async function keptOf(threadId: string): Promise<Kept | null> {
  return getJson<Kept>(`/api/threads/${threadId}/messages`).catch((error: unknown) =>
    isMissing(error) ? { messages: [], answering: null } : null,
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof RequestFailed && error.status === 404;
}

/** Joins the answer that is under way; one that ended just now is loaded instead. */
async function goOn(
  chat: Chat<ChatMessage>,
  { messages, answering }: Kept,
  load: () => void,
): Promise<void> {
  const question = messages.findIndex(({ id }) => id === answering);
  if (question !== -1) {
    chat.messages = messages.slice(0, question + 1);
    await chat.resumeStream();
  }
  if (chat.lastMessage?.role !== "assistant" && chat.status !== "error") load();
}

/** A question that did not reach the server, or got no answer, stays where its failure is told. */
function isNews(theirs: readonly ChatMessage[], { messages: ours, status }: Chat<ChatMessage>) {
  if (status === "error" && theirs.length < ours.length) return false;
  return theirs.length !== ours.length || theirs.at(-1)?.id !== ours.at(-1)?.id;
}
