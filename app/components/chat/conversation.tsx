"use client";

import { ThreadPrimitive, useAuiState } from "@assistant-ui/react";
import { ArrowDown } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { AssistantMessage } from "./assistant-message.tsx";
import { Composer } from "./composer/composer.tsx";
import { EarlierMessages } from "./earlier-messages.tsx";
import { LiveSummary } from "./live-summary.tsx";
import { TurnEnd } from "./turn-end.tsx";
import { UserMessage } from "./user-message.tsx";
import { Welcome } from "./welcome.tsx";

interface ConversationProps {
  readonly isEmpty: boolean;
  /** The name under which an unfinished question is kept. */
  readonly draftOf: string;
  /** How many messages stand before those that are shown. */
  readonly earlierCount: number;
  readonly onShowEarlier: () => void;
}

/** The messages and where the next one is written. Drawn anew only for what is its own, not at each word. */
export const Conversation = memo(function Conversation({
  isEmpty,
  draftOf,
  earlierCount,
  onShowEarlier,
}: ConversationProps) {
  const logRef = useRef<HTMLDivElement>(null);
  const hasMessages = useAuiState(({ thread }) => thread.messages.length > 0);
  useEffect(() => {
    if (hasMessages) showLastTurn(logRef.current);
  }, [hasMessages]);
  return (
    <ThreadPrimitive.Root className="flex h-full flex-col">
      <ThreadPrimitive.Viewport
        turnAnchor="top"
        scrollToBottomOnInitialize={false}
        data-viewport
        className="relative flex min-h-0 flex-1 flex-col overflow-y-auto"
      >
        {isEmpty ? (
          <Welcome />
        ) : (
          <div
            ref={logRef}
            role="log"
            aria-live="off"
            aria-label="Conversation"
            className="mx-auto flex w-full max-w-conversation flex-1 flex-col gap-5 px-4 pt-6 pb-8"
          >
            <EarlierMessages count={earlierCount} onShow={onShowEarlier} />
            <ThreadPrimitive.Messages>{drawMessage}</ThreadPrimitive.Messages>
            <TurnEnd />
          </div>
        )}
        <ThreadPrimitive.ViewportFooter className="sticky bottom-0 bg-surface pb-3">
          <div className="relative mx-auto w-full max-w-conversation px-4">
            <ThreadPrimitive.ScrollToBottom asChild>
              <Button
                size="icon"
                aria-label="To the end of the conversation"
                className="absolute -top-12 right-4 rounded-full disabled:hidden"
              >
                <ArrowDown aria-hidden />
              </Button>
            </ThreadPrimitive.ScrollToBottom>
            <Composer draftOf={draftOf} />
          </div>
        </ThreadPrimitive.ViewportFooter>
      </ThreadPrimitive.Viewport>
      <LiveSummary />
    </ThreadPrimitive.Root>
  );
});

// Another function would draw each message anew.
function drawMessage({ message }: { message: { readonly role: string } }) {
  return message.role === "user" ? <UserMessage /> : <AssistantMessage />;
}

/** A conversation that is opened shows its last question with the answer below it. */
function showLastTurn(log: HTMLElement | null): void {
  const questions = log?.querySelectorAll('[data-role="question"]') ?? [];
  questions[questions.length - 1]?.scrollIntoView({ block: "start", behavior: "instant" });
}
