"use client";

import { useAuiState } from "@assistant-ui/react";

/** Tells a screen reader the finished sentence of the last answer, once, instead of every token and cell. */
export function LiveSummary() {
  const summary = useAuiState((state) => {
    const last = state.thread.messages.at(-1);
    if (state.thread.isRunning) return "Simon is answering.";
    if (last?.role !== "assistant") return "";
    return last.parts.map((part) => (part.type === "text" ? part.text : "")).join(" ");
  });
  return (
    <p aria-live="polite" className="sr-only">
      {summary.replaceAll("*", "")}
    </p>
  );
}
