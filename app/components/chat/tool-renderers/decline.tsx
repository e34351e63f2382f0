"use client";

import { Ban } from "lucide-react";
import { useAsk } from "../use-ask.ts";
import type { ToolRendererProps } from "./types.ts";

/** What cannot be done and why, with what can. */
export function Decline({ output }: ToolRendererProps<"decline">) {
  const { ask, isRunning } = useAsk();
  return (
    <div className="flex flex-col gap-2.5">
      <p className="flex items-start gap-2">
        <Ban aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
        {output.reason}
      </p>
      {output.suggestions.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {output.suggestions.map((suggestion) => (
            <button
              key={suggestion}
              type="button"
              disabled={isRunning}
              onClick={() => ask(suggestion)}
              className="min-h-8 rounded-full border border-line bg-raised px-3 py-1 text-left text-sm text-accent hover:border-accent hover:bg-accent-soft disabled:opacity-50"
            >
              {suggestion}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
