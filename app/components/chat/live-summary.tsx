"use client";

import { type PartState, useAuiState } from "@assistant-ui/react";

/** Tells a screen reader the finished sentence of the last answer, once, instead of every token and cell. */
export function LiveSummary() {
  const summary = useAuiState((state) => {
    const last = state.thread.messages.at(-1);
    if (state.thread.isRunning) return "Simon is answering.";
    if (last?.role !== "assistant") return "";
    return last.parts.map(sentenceOf).filter(Boolean).join(" ");
  });
  return (
    <p aria-live="polite" className="sr-only">
      {summary.replaceAll("*", "")}
    </p>
  );
}

/** Text, or what a question back, a refusal or a proposal says. */
function sentenceOf(part: PartState): string {
  if (part.type === "text") return part.text;
  if (part.type !== "tool-call" || typeof part.result !== "object" || part.result === null)
    return "";
  const spoken = Object.entries(part.result).find(
    ([key, value]) => ["question", "reason", "summary"].includes(key) && typeof value === "string",
  );
  return spoken ? String(spoken[1]) : "";
}
