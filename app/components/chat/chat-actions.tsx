"use client";

import type { Chat } from "@ai-sdk/react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { ChatMessage } from "./chat-message.ts";

interface ChatActions {
  readonly error: Error | undefined;
  /** Says an earlier message anew; what came after it goes. */
  readonly resend: (messageId: string, text: string) => void;
  /** Asks the last question once more, after a failure. */
  readonly retry: () => void;
}

const Actions = createContext<ChatActions | null>(null);

interface ChatActionsProviderProps {
  readonly chat: Chat<ChatMessage>;
  readonly error: Error | undefined;
  readonly children: ReactNode;
}

/** What assistant-ui's runtime has no word for: answering again to the same message. */
export function ChatActionsProvider({ chat, error, children }: ChatActionsProviderProps) {
  const actions = useMemo(() => {
    const resend = (messageId: string, text: string) => {
      void chat.sendMessage({ messageId, text });
    };
    const retry = () => {
      const last = chat.messages.findLast((message) => message.role === "user");
      if (last) void chat.sendMessage({ messageId: last.id, parts: last.parts, role: "user" });
    };
    return { error, resend, retry };
  }, [chat, error]);
  return <Actions value={actions}>{children}</Actions>;
}

export function useChatActions(): ChatActions {
  const actions = useContext(Actions);
  if (!actions) throw new Error("useChatActions needs a ChatActionsProvider above it");
  return actions;
}
