"use client";

import type { Chat } from "@ai-sdk/react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { sendJson } from "#app/lib/api.ts";
import type { ChatMessage } from "./chat-message.ts";

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
}

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
    return { error, resend, retry, versions, showVersion };
  }, [chat, error, versions, onShown]);
  return <Actions value={actions}>{children}</Actions>;
}

export function useChatActions(): ChatActions {
  const actions = useContext(Actions);
  if (!actions) throw new Error("useChatActions needs a ChatActionsProvider above it");
  return actions;
}
