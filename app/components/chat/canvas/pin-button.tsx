"use client";

import { useAuiState } from "@assistant-ui/react";
import { Pin } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { isPinnable } from "./is-pinnable.ts";
import { usePins } from "./pins.tsx";

/** Puts an answer's chart, table or SIM beside the conversation, or takes it away from there. */
export function PinButton() {
  const id = useAuiState((state) => state.message.id);
  const canPin = useAuiState((state) => isPinnable(state.message.parts));
  const { ids, toggle, problem } = usePins();
  const isPinned = ids.includes(id);
  if (!canPin) return null;
  return (
    <>
      <Button
        look="ghost"
        size="icon-sm"
        aria-pressed={isPinned}
        aria-label="Pin beside the conversation"
        title={isPinned ? "Unpin" : "Pin beside the conversation"}
        onClick={() => toggle(id)}
      >
        <Pin aria-hidden className={isPinned ? "fill-accent-soft text-accent" : ""} />
      </Button>
      {problem?.id === id ? (
        <span role="alert" className="self-center px-1.5 text-sm text-critical">
          {problem.sentence}
        </span>
      ) : null}
    </>
  );
}
