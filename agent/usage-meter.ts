import { AsyncLocalStorage } from "node:async_hooks";
import type { LanguageModelUsage } from "ai";

/** Tokens that a piece of work cost; null where no model reported any. */
export interface Tokens {
  readonly input: number;
  readonly output: number;
}

const meter = new AsyncLocalStorage<{ tokens: Tokens | null }>();

/** Runs `work` and says what the models asked in it report to have read and written. */
export async function withUsage<T>(
  work: () => Promise<T>,
): Promise<{ result: T; tokens: Tokens | null }> {
  const spent: { tokens: Tokens | null } = { tokens: null };
  const result = await meter.run(spent, work);
  return { result, tokens: spent.tokens };
}

export function countUsage({ inputTokens = 0, outputTokens = 0 }: LanguageModelUsage): void {
  const spent = meter.getStore();
  if (!spent || inputTokens + outputTokens === 0) return;
  const { input, output } = spent.tokens ?? { input: 0, output: 0 };
  spent.tokens = { input: input + inputTokens, output: output + outputTokens };
}
