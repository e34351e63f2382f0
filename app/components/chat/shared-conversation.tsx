"use client";

import { useChat } from "@ai-sdk/react";
import { AssistantRuntimeProvider, ThreadPrimitive } from "@assistant-ui/react";
import { useAISDKRuntime } from "@assistant-ui/react-ai-sdk";
import Link from "next/link";
import { Instant } from "#app/components/instant.tsx";
import { buttonStyle } from "#app/components/ui/button.tsx";
import type { LinkedThread } from "#domain/threads/thread-link.ts";
import { AssistantMessage } from "./assistant-message.tsx";
import type { ChatMessage } from "./chat-message.ts";
import { ReadOnly } from "./read-only.tsx";
import { UserMessage } from "./user-message.tsx";

/** What a link shows: the conversation as it stood, with nothing to press that would change it. */
export function SharedConversation({ linked }: { linked: LinkedThread }) {
  const chat = useChat<ChatMessage>({ id: linked.id, messages: [...linked.messages] });
  const runtime = useAISDKRuntime(chat);
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ReadOnly value={true}>
        <ThreadPrimitive.Root className="h-full overflow-y-auto">
          <div className="mx-auto flex w-full max-w-conversation flex-col gap-5 px-4 pt-6 pb-12">
            <header className="flex flex-wrap items-start gap-3 border-b border-line pb-4">
              <div className="min-w-0 flex-1">
                <h1 className="text-lg font-semibold break-words">{linked.title}</h1>
                <p className="mt-0.5 text-sm text-muted">
                  {linked.isOwn ? "Shared by you" : `Shared by ${linked.madeBy}`}, as it stood{" "}
                  <Instant iso={linked.madeAt} />. Figures are of that time.
                </p>
              </div>
              <Link href="/chat" className={buttonStyle({ size: "sm" })}>
                Ask your own question
              </Link>
            </header>
            <ThreadPrimitive.Messages>
              {({ message }) => (message.role === "user" ? <UserMessage /> : <AssistantMessage />)}
            </ThreadPrimitive.Messages>
          </div>
        </ThreadPrimitive.Root>
      </ReadOnly>
    </AssistantRuntimeProvider>
  );
}
