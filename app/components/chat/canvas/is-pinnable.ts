import type { PartState } from "@assistant-ui/react";

/** They talk: there is nothing to keep working on. */
const TALKS: ReadonlySet<string> = new Set(["ask_back", "decline"]);

/** Whether a message holds a chart, a table, a SIM or a change, rather than a question back or a refusal. */
export function isPinnable(parts: readonly PartState[]): boolean {
  return parts.some(
    (part) =>
      part.type === "tool-call" &&
      part.result !== undefined &&
      !part.isError &&
      !TALKS.has(part.toolName),
  );
}
