"use client";

import { useChat } from "@ai-sdk/react";
import { AssistantRuntimeProvider } from "@assistant-ui/react";
import { useAISDKRuntime } from "@assistant-ui/react-ai-sdk";
import { useEffect, useMemo, useRef } from "react";
import { sendJson } from "#app/lib/api.ts";
import { Canvas } from "./canvas/canvas.tsx";
import { PinsProvider } from "./canvas/pins.tsx";
import { ChatActionsProvider } from "./chat-actions.tsx";
import { useOpenChats } from "./chats.tsx";
import { Conversation } from "./conversation.tsx";
import { HistoryFailed, HistoryLoading, HistoryMissing } from "./history-states.tsx";
import { useCatchUp } from "./use-catch-up.ts";
import { useLatestMessages } from "./use-latest-messages.ts";
import { useThreadHistory } from "./use-thread-history.ts";
import { useThreads } from "./use-threads.ts";
import { useVersions } from "./use-versions.ts";

const RENDER_EVERY_MS = 50;

interface ThreadViewProps {
  readonly threadId: string;
  /** Nothing of it is on the server yet. */
  readonly isNew: boolean;
}

/** One conversation, joined to its chat; the server keeps what is said. */
export function ThreadView({ threadId, isNew }: ThreadViewProps) {
  const chat = useOpenChats().get(threadId);
  const { refresh } = useThreads();
  const { history, catchUp, onShown } = useThreadHistory(chat, isNew);
  const helpers = useChat({ chat, throttle: RENDER_EVERY_MS });
  useCatchUp(chat, helpers.error, catchUp);
  const { versions, refreshVersions } = useVersions(threadId, helpers.messages.length > 0);

  const stop = useMemo(
    () => async () => {
      await Promise.allSettled([sendJson("POST", `/api/chat/${threadId}/stop`), chat.stop()]);
    },
    [chat, threadId],
  );
  const { earlierCount, showEarlier, ...latest } = useLatestMessages(helpers);
  const runtime = useAISDKRuntime({ ...helpers, ...latest, stop });

  const { status } = helpers;
  const wasBusy = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per change of the status
  useEffect(() => {
    if (status === "submitted" && isNew) window.history.replaceState(null, "", `/chat/${threadId}`);
    if (helpers.messages.length > 0) refresh();
    if (status === "ready" && wasBusy.current) {
      onShown(chat.messages);
      refreshVersions();
    }
    wasBusy.current = status === "submitted" || status === "streaming";
  }, [status]);

  if (history.state === "loading") return <HistoryLoading />;
  if (history.state === "missing") return <HistoryMissing />;
  if (history.state === "failed")
    return <HistoryFailed error={history.error} retry={history.retry} />;
  const isEmpty = helpers.messages.length === 0;
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ChatActionsProvider chat={chat} error={helpers.error} versions={versions} onShown={onShown}>
        <PinsProvider threadId={threadId} isEmpty={isEmpty}>
          <div className="relative flex h-full">
            <div className="min-w-0 flex-1">
              <Conversation
                isEmpty={isEmpty}
                draftOf={isNew && isEmpty ? "new" : threadId}
                earlierCount={earlierCount}
                onShowEarlier={showEarlier}
              />
            </div>
            <Canvas messages={helpers.messages} />
          </div>
        </PinsProvider>
      </ChatActionsProvider>
    </AssistantRuntimeProvider>
  );
}
