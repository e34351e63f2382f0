import type { LanguageModelUsage } from "ai";
import { config } from "#core/config.ts";
import type { MessageMetadata } from "#domain/threads/thread.ts";

const PER_PRICE = 1_000_000;

/** What an answer cost, to be shown with it; nothing where no model was paid. */
export function usageOf({
  inputTokens = 0,
  outputTokens = 0,
}: LanguageModelUsage): Pick<MessageMetadata, "usage"> {
  if (inputTokens + outputTokens === 0) return {};
  const { prices } = config().model;
  if (!prices) return { usage: { inputTokens, outputTokens } };
  const costUsd = (inputTokens * prices.input + outputTokens * prices.output) / PER_PRICE;
  return { usage: { inputTokens, outputTokens, costUsd } };
}
