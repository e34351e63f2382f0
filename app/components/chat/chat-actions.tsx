"use client";

import type { Chat } from "@ai-sdk/react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { sendJson } from "#app/lib/api.ts";
import type { MessageMetadata } from "#domain/threads/thread.ts";
import type { ChatMessage } from "./chat-message.ts";
import { useIsReadOnly } from "./read-only.tsx";

interface ChatActions {
  readonly error: Error | undefined;
  /** Says an earlier message in other words; what came after it stays as another version. */
  readonly resend: (messageId: string, text: string) => void;
  /** Asks the last question once more, after a failure. */
  readonly retry: () => void;
  /** The ids of messages that stand in one place, oldest first. */
  readonly versions: readonly (readonly string[])[];
  /** @throws RequestFailed */
  readonly showVersion: (messageId: string) => Promise<void>;
  /** Keeps what the reader thinks of an answer; null takes it back. @throws RequestFailed */
  readonly rate: (messageId: string, rating: Rating | null) => Promise<void>;
}

export type Rating = NonNullable<MessageMetadata["rating"]>;

/** Of a conversation that can only be read. */
const NOTHING: ChatActions = {
  error: undefined,
  resend: () => {},
  retry: () => {},
  versions: [],
  showVersion: async () => {},
  rate: async () => {},
};

const Actions = createContext<ChatActions | null>(null);

interface ChatActionsProviderProps extends Pick<ChatActions, "error" | "versions"> {
  readonly chat: Chat<ChatMessage>;
  /** Called with what the server has, once it differs from what was loaded. */
  readonly onShown: (messages: ChatMessage[]) => void;
  readonly children: ReactNode;
}

/** What assistant-ui's runtime has no word for: versions that the server keeps, answering again. */
export function ChatActionsProvider({
  chat,
  error,
  versions,
  onShown,
  children,
}: ChatActionsProviderProps) {
  const actions = useMemo(() => {
    const resend = (messageId: string, text: string) => {
      chat.messages = chat.messages.slice(
        0,
        chat.messages.findIndex(({ id }) => id === messageId),
      );
      void chat.sendMessage({ text });
    };
    const retry = () => {
      const last = chat.messages.findLast((message) => message.role === "user");
      if (last) void chat.sendMessage({ messageId: last.id, parts: last.parts, role: "user" });
    };
    const showVersion = async (messageId: string) => {
      const path = `/api/threads/${chat.id}/versions`;
      const shown = await sendJson<{ messages: ChatMessage[] }>("PUT", path, { messageId });
      if (!shown) return;
      chat.clearError();
      chat.messages = shown.messages;
      onShown(shown.messages);
    };
    const rate = async (messageId: string, rating: Rating | null) => {
      const path = `/api/threads/${chat.id}/messages/${messageId}/rating`;
      await sendJson("PUT", path, rating ?? { rating: null });
      const rated = chat.messages.map((message) =>
        message.id === messageId
          ? { ...message, metadata: { ...message.metadata, rating: rating ?? undefined } }
          : message,
      );
      chat.messages = rated;
      onShown(rated);
    };
    return { error, resend, retry, versions, showVersion, rate };
  }, [chat, error, versions, onShown]);
  return <Actions value={actions}>{children}</Actions>;
}

export function useChatActions(): ChatActions {
  const isReadOnly = useIsReadOnly();
  const actions = useContext(Actions);
  if (isReadOnly) return NOTHING;
  if (!actions) throw new Error("useChatActions needs a ChatActionsProvider above it");
  return actions;
}
