"use client";

import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { getJson } from "#app/lib/api.ts";
import { downloadText } from "#app/lib/download.ts";
import { fileNameOf } from "#app/lib/file-name.ts";
import type { ChatMessage } from "../chat-message.ts";

/** Downloads a conversation, as the server has it, as Markdown. @throws RequestFailed */
export function useExport() {
  const now = useFleetNow();
  return async ({ id, title }: { readonly id: string; readonly title: string }) => {
    const path = `/api/threads/${id}/messages`;
    const { conversationMarkdown } = await import("#app/lib/conversation-markdown.ts");
    const { messages } = await getJson<{ messages: ChatMessage[] }>(path);
    const text = conversationMarkdown({ title, messages, now });
    downloadText(`${fileNameOf(title, "conversation")}.md`, text, "text/markdown");
  };
}
