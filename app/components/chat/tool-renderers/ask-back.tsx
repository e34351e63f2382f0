"use client";

import { useId } from "react";
import { useAsk } from "../use-ask.ts";
import type { ToolRendererProps } from "./types.ts";

/** A question back: the readings as buttons, and the composer for another one. */
export function AskBack({ output }: ToolRendererProps<"ask_back">) {
  const { ask, draft, isRunning } = useAsk();
  const questionId = useId();
  return (
    <div className="flex flex-col gap-2.5">
      <p id={questionId}>{output.question}</p>
      <fieldset aria-labelledby={questionId} className="flex flex-wrap gap-2">
        {output.options.map((option) => (
          <button
            key={option}
            type="button"
            disabled={isRunning}
            onClick={() => ask(option)}
            className="min-h-9 rounded-md border border-accent px-3 py-1.5 text-left text-accent transition-colors hover:bg-accent-soft disabled:opacity-50"
          >
            {option}
          </button>
        ))}
        <button
          type="button"
          disabled={isRunning}
          onClick={() => draft("")}
          className="min-h-9 rounded-md px-3 py-1.5 text-muted hover:bg-hover hover:text-fg"
        >
          Say it differently
        </button>
      </fieldset>
    </div>
  );
}
