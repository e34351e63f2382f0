"use client";

import { Chat } from "@ai-sdk/react";
import { DefaultChatTransport } from "ai";
import { createContext, type ReactNode, useContext, useState } from "react";
import { failureOf, RequestFailed } from "#app/lib/api.ts";
import { heard, heardNothing } from "#app/lib/contact.ts";
import { readersZone } from "#app/lib/reader.ts";
import type { ChatMessage } from "./chat-message.ts";

/** The conversations that are open in this tab: one that streams goes on while another is read. */
class OpenChats {
  readonly #chats = new Map<string, Chat<ChatMessage>>();
  readonly #transport = new DefaultChatTransport<ChatMessage>({
    api: "/api/chat",
    fetch: fetchOrExplain,
    // The last message is the question, also where it is asked once more.
    prepareSendMessagesRequest: ({ id, messages, trigger }) => ({
      body: {
        id,
        trigger,
        message: messages.at(-1),
        questionId: messages.at(-1)?.id,
        parentId: messages.at(-2)?.id ?? null,
        zone: readersZone(),
      },
    }),
  });

  get(threadId: string): Chat<ChatMessage> {
    const open = this.#chats.get(threadId);
    if (open) return open;
    const chat = new Chat<ChatMessage>({
      id: threadId,
      transport: this.#transport,
      generateId: () => crypto.randomUUID(),
    });
    this.#chats.set(threadId, chat);
    return chat;
  }

  forget(threadId: string): void {
    this.#chats.delete(threadId);
  }
}

const OpenChatsContext = createContext<OpenChats | null>(null);

export function OpenChatsProvider({ children }: { children: ReactNode }) {
  const [chats] = useState(() => new OpenChats());
  return <OpenChatsContext value={chats}>{children}</OpenChatsContext>;
}

export function useOpenChats(): OpenChats {
  const chats = useContext(OpenChatsContext);
  if (!chats) throw new Error("useOpenChats needs an OpenChatsProvider above it");
  return chats;
}

async function fetchOrExplain(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    heardNothing();
    throw new RequestFailed(
      "The question did not reach Simon. It is still here; check the connection, then try again.",
      0,
    );
  });
  heard(response);
  if (!response.ok) throw await failureOf(response);
  return response;
}
