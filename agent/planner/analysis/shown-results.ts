import type { LanguageModelV4Message } from "@ai-sdk/provider";

/** What these tools answered in the turn before, the newest first. */
export function shownResults(
  prompt: readonly LanguageModelV4Message[],
  tools: ReadonlySet<string>,
): unknown[] {
  const asked = prompt.findLastIndex(({ role }) => role === "user");
  const before = prompt.slice(0, asked).findLastIndex(({ role }) => role === "user");
  return prompt
    .slice(Math.max(0, before), Math.max(0, asked))
    .flatMap((message) => (message.role === "tool" ? message.content : []))
    .filter((part) => part.type === "tool-result" && tools.has(part.toolName))
    .map((part) =>
      part.type === "tool-result" && part.output.type === "json" ? part.output.value : undefined,
    )
    .toReversed();
}
