"use client";

import { type PartState, useAuiState } from "@assistant-ui/react";

/** Tells a screen reader the finished sentence of the last answer, once, instead of every token and cell. */
export function LiveSummary() {
  const summary = useAuiState((state) => {
    const last = state.thread.messages.at(-1);
    if (state.thread.isRunning) return "Simon is answering.";
    if (last?.role !== "assistant") return "";
    const sentences = last.parts.map(sentenceOf).filter(Boolean);
    // A tool's sentence is often the answer itself, or a part of it.
    return sentences
      .filter((one, at) => !sentences.some((other, of) => of !== at && isIn(one, other, at < of)))
      .join(" ");
  });
  return (
    <p aria-live="polite" className="sr-only">
      {summary.replaceAll("*", "")}
    </p>
  );
}

function isIn(one: string, other: string, isFirst: boolean): boolean {
  return one === other ? isFirst : other.includes(one);
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
