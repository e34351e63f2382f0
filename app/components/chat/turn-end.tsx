"use client";

import { type AssistantState, useAuiState } from "@assistant-ui/react";
import { RotateCcw } from "lucide-react";
import { SignInAgain } from "#app/components/auth/sign-in-again.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { RequestFailed } from "#app/lib/api.ts";
import { useChatActions } from "./chat-actions.tsx";
import { RunStatus } from "./run-status.tsx";
import { isWayLost } from "./use-catch-up.ts";

const SIGNED_OUT = "Your session has ended. Sign in again; the conversation is kept.";

/** What stands after the last message where an answer does not: it is on its way, it failed, or none came. */
export function TurnEnd() {
  const { error, retry } = useChatActions();
  const isRunning = useAuiState((state) => state.thread.isRunning);
  const endsWithQuestion = useAuiState((state) => state.thread.messages.at(-1)?.role === "user");
  const hasNoAnswer = useAuiState((state) => !hasContent(state.thread.messages.at(-1)));
  const retryButton = (
    <Button size="sm" onClick={retry}>
      <RotateCcw aria-hidden />
      Try again
    </Button>
  );
  if (isWayLost(error)) {
    return (
      <Notice tone="attention" title="Waiting for the connection" actions={retryButton}>
        Your question is kept, and goes on by itself when Simon can be reached.
      </Notice>
    );
  }
  if (error) return <Failure error={error} retryButton={retryButton} />;
  if (isRunning) return endsWithQuestion ? <RunStatus isEmpty /> : null;
  if (!endsWithQuestion && !hasNoAnswer) return null;
  return (
    <Notice title="No answer is here" actions={retryButton}>
      The question is kept; its answer was interrupted.
    </Notice>
  );
}

type MessageState = AssistantState["thread"]["messages"][number];

/** An answer that was stopped or failed at once has its message, and nothing in it. */
function hasContent(message: MessageState | undefined): boolean {
  return (
    message?.parts.some(
      (part) => part.type === "tool-call" || (part.type === "text" && part.text.trim() !== ""),
    ) === true
  );
}

function Failure({ error, retryButton }: { error: Error; retryButton: React.ReactNode }) {
  const isSignedOut = error instanceof RequestFailed && error.status === 401;
  return (
    <Notice
      tone="critical"
      title="The answer did not come"
      actions={isSignedOut ? <SignInAgain /> : retryButton}
    >
      <p>{isSignedOut ? SIGNED_OUT : error.message}</p>
      {error instanceof RequestFailed && error.reference ? (
        <p className="mt-1 font-mono text-xs text-muted">Reference {error.reference}</p>
      ) : null}
    </Notice>
  );
}
