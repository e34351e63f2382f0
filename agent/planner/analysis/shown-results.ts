import type { LanguageModelV4Message } from "@ai-sdk/provider";

/** What these tools answered in the turn before, the newest first. */
export function shownResults(
  prompt: readonly LanguageModelV4Message[],
  tools: ReadonlySet<string>,
): unknown[] {
  const asked = prompt.findLastIndex(({ role }) => role === "user");
  const before = prompt.slice(0, asked).findLastIndex(({ role }) => role === "user");
  return jsonResults(prompt.slice(Math.max(0, before), Math.max(0, asked)), tools).toReversed();
}

/** What tools answered, in order: all of them, or those that are named. */
export function jsonResults(
  messages: readonly LanguageModelV4Message[],
  tools?: ReadonlySet<string>,
): unknown[] {
  return messages
    .flatMap((message) => (message.role === "tool" ? message.content : []))
    .flatMap((part) =>
      part.type === "tool-result" &&
      part.output.type === "json" &&
      (!tools || tools.has(part.toolName))
        ? [part.output.value]
        : [],
    );
}
