"use client";

import { useAuiState } from "@assistant-ui/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { useChatActions } from "./chat-actions.tsx";

/** Where a question was edited, or answered again: the way to its other versions. */
export function VersionPicker({ what }: { what: "question" | "answer" }) {
  const { versions: places, showVersion } = useChatActions();
  const [failure, setFailure] = useState<string | null>(null);
  const id = useAuiState((state) => state.message.id);
  const isRunning = useAuiState((state) => state.thread.isRunning);
  const versions = places.find((place) => place.includes(id));
  if (!versions) return null;
  const at = versions.indexOf(id);
  const go = async (messageId: string) => {
    setFailure(null);
    await showVersion(messageId).catch((error: Error) => setFailure(error.message));
  };
  const step = (by: -1 | 1) => {
    const next = versions[at + by];
    const Icon = by < 0 ? ChevronLeft : ChevronRight;
    const label = `${by < 0 ? "Earlier" : "Later"} version of the ${what}`;
    return (
      <Button
        look="ghost"
        size="icon-sm"
        aria-label={label}
        title={label}
        disabled={isRunning}
        aria-disabled={next === undefined}
        className="aria-disabled:opacity-40"
        onClick={() => next && void go(next)}
      >
        <Icon aria-hidden />
      </Button>
    );
  };
  return (
    <fieldset className="flex items-center text-sm text-muted" aria-label="Versions">
      {step(-1)}
      <span aria-live="polite" className="whitespace-nowrap">
        <span className="sr-only">Version </span>
        {at + 1} / {versions.length}
      </span>
      {step(1)}
      {failure ? (
        <span role="alert" className="pl-2 text-critical">
          {failure}
        </span>
      ) : null}
    </fieldset>
  );
}
