import type { LanguageModelV4Message } from "@ai-sdk/provider";
import { z } from "zod";
import type { ShownProposal } from "../plan.types.ts";
import { jsonResults } from "./shown-results.ts";

const Kept = z.object({ tool: z.string(), change_id: z.string(), target_count: z.number() });
const ShownAgain = z.object({ id: z.string(), approval: z.unknown(), preview: z.unknown() });

/** The change that was proposed last, and whether the conversation is still about it. */
export function shownProposal(
  prompt: readonly LanguageModelV4Message[],
): ShownProposal | undefined {
  const asked = prompt.findLastIndex(({ role }) => role === "user");
  let isLast = true;
  for (const result of jsonResults(prompt.slice(0, Math.max(0, asked))).toReversed()) {
    const kept = Kept.safeParse(result);
    if (kept.success) return { id: kept.data.change_id, isLast };
    if (!ShownAgain.safeParse(result).success) isLast = false;
  }
  return undefined;
}
