"use client";

import { useAuiState } from "@assistant-ui/react";
import { CornerDownRight } from "lucide-react";
import { useAsk } from "./use-ask.ts";

const MAX_FOLLOW_UPS = 3;

/** Two or three next questions that the result suggests. */
export function FollowUps() {
  const { ask } = useAsk();
  const followUps = useAuiState((state) => state.message.metadata.custom.followUps);
  if (!Array.isArray(followUps) || followUps.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap gap-2" aria-label="Next questions">
      {followUps.slice(0, MAX_FOLLOW_UPS).map((question: unknown) => (
        <button
          key={String(question)}
          type="button"
          onClick={() => ask(String(question))}
          className="inline-flex min-h-8 items-center gap-2 rounded-full border border-line bg-raised px-3 py-1 text-left text-sm text-accent transition-colors hover:border-accent hover:bg-accent-soft"
        >
          <CornerDownRight aria-hidden className="size-3.5 shrink-0" />
          {String(question)}
        </button>
      ))}
    </fieldset>
  );
}
