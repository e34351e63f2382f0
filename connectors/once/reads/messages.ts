import { z } from "zod";
import type { ProviderMessage } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { coded, instant, text } from "./fields.ts";
import { firstOf } from "./pages.ts";

const STATUSES: Readonly<Record<string, ProviderMessage["status"]>> = {
  2: "pending",
  4: "delivered",
  5: "failed",
  6: "expired",
  PENDING: "pending",
  DELIVERED: "delivered",
  FAILED: "failed",
  EXPIRED: "expired",
};
const DIRECTIONS: Readonly<Record<string, ProviderMessage["direction"]>> = {
  1: "mt",
  2: "mo",
  MT: "mt",
  MO: "mo",
};

const Message = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String),
    submit_date: instant.optional(),
    delivery_date: instant.optional(),
    final_date: instant.optional(),
    payload: text.optional(),
    status: coded.optional(),
    sms_type: coded.optional(),
  })
  .transform(({ id, payload, ...message }, context): ProviderMessage => {
    const { submit_date, final_date, delivery_date } = message;
    const sent_at = submit_date ?? delivery_date ?? final_date ?? null;
    const status = meant(STATUSES, message.status);
    const direction = meant(DIRECTIONS, message.sms_type);
    if (sent_at === null || status === null || direction === null) {
      context.addIssue({ code: "custom", message: "has no date, status or type" });
      return z.NEVER;
    }
    const delivered_at = status === "delivered" ? (final_date ?? delivery_date ?? null) : null;
    return { id, direction, status, body: shownBody(payload), sent_at, delivered_at };
  });

export async function readMessages(
  account: OnceAccount,
  iccid: string,
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
): Promise<ProviderMessage[] | null> {
  const messages = await firstOf(account, Message, {
    path: `v2/sims/${encodeURIComponent(iccid)}/sms`,
    sizeName: "per_page",
    maxSize: 1000,
    limit,
    signal,
  });
  if (!messages) return null;
  return messages.sort((a, b) => +b.sent_at - +a.sent_at);
}

/** By the word; by the number where there is none. */
function meant<T>(
  meanings: Readonly<Record<string, T>>,
  code: z.output<typeof coded> | undefined,
): T | null {
  return meanings[code?.description?.toUpperCase() ?? ""] ?? meanings[code?.id ?? ""] ?? null;
}

/** 1NCE masks texts in some places. */
function shownBody(payload: string | null | undefined): string | null {
  return payload && !/^\*+$/.test(payload) ? payload : null;
}
