"use client";

import { useAuiState } from "@assistant-ui/react";
import { formatCount } from "#app/lib/format.ts";
import { readersLocale } from "#app/lib/reader.ts";
import type { MessageMetadata } from "#domain/threads/thread.ts";

const CENT = 0.01;

/** What a paid model read and wrote for this answer, and what that cost where the prices are known. */
export function UsageNote() {
  const usage = useAuiState(
    (state) => state.message.metadata.custom.usage as MessageMetadata["usage"],
  );
  if (!usage) return null;
  const { inputTokens, outputTokens, costUsd } = usage;
  const tokens = inputTokens + outputTokens;
  return (
    <span
      className="ml-auto self-center pl-3 text-xs text-muted"
      title={`${formatCount(inputTokens)} tokens read, ${formatCount(outputTokens)} written`}
    >
      {formatCount(tokens)} tokens{costUsd === undefined ? "" : ` · ${dollars(costUsd)}`}
    </span>
  );
}

function dollars(amount: number): string {
  return amount.toLocaleString(readersLocale(), {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: amount < CENT ? 4 : 2,
  });
}
