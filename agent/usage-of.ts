import type { LanguageModelUsage } from "ai";
import { config } from "#core/config.ts";
import type { MessageMetadata } from "#domain/threads/thread.ts";

const PER_PRICE = 1_000_000;

/** What an answer of a model cost, to be shown with it; nothing where none was paid. */
export function usageOf(
  model: string,
  { inputTokens = 0, outputTokens = 0 }: LanguageModelUsage,
): Pick<MessageMetadata, "usage"> {
  if (inputTokens + outputTokens === 0) return {};
  const price = config().model.prices.get(model);
  if (!price) return { usage: { inputTokens, outputTokens } };
  const costUsd = (inputTokens * price.input + outputTokens * price.output) / PER_PRICE;
  return { usage: { inputTokens, outputTokens, costUsd } };
}
