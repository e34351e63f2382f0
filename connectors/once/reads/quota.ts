import { z } from "zod";
import { wallNow } from "#core/clock.ts";
import type { QuotaReading } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { read } from "../http/call.ts";
import { coded, count, instant, volume } from "./fields.ts";

/** Not the codes of a list's quota status, where 0 is plenty. */
const STATES: Readonly<Record<string, QuotaReading["state"]>> = {
  0: "exhausted",
  1: "active",
  2: "expired",
};
const BY_WORD: Readonly<Record<string, QuotaReading["state"]>> = {
  EXHAUSTED: "exhausted",
  ACTIVE: "active",
  EXPIRED: "expired",
};

function schemaOf(amount: typeof volume | typeof count) {
  const present = amount.refine((value) => value !== null, "is missing");
  return z.object({
    volume: present,
    total_volume: present,
    accumulated_total_volume: amount.optional(),
    threshold_percentage: count.optional(),
    expiry_date: instant.optional(),
    status: coded.optional(),
  });
}
const SCHEMAS = { data: schemaOf(volume), sms: schemaOf(count) };

export async function readQuota(
  account: OnceAccount,
  iccid: string,
  type: "data" | "sms",
  signal: AbortSignal,
): Promise<QuotaReading | null> {
  const path = `v2/sims/${encodeURIComponent(iccid)}/quota/${type}`;
  const found = await read(account, { path, schema: SCHEMAS[type], signal });
  if (!found) return null;
  const { volume: remaining, total_volume: total, expiry_date, ...quota } = found.value;
  return {
    type,
    total: total ?? 0,
    remaining: remaining ?? 0,
    ever_added: quota.accumulated_total_volume ?? null,
    state: stateOf(quota.status, remaining ?? 0, expiry_date ?? null),
    threshold_percent: quota.threshold_percentage ?? null,
    expires_at: expiry_date ?? null,
  };
}

/** By the word where there is one; by the figures where the status is left out, as older answers do. */
function stateOf(
  status: z.output<typeof coded> | undefined,
  remaining: number,
  expiresAt: Date | null,
): QuotaReading["state"] {
  const said = BY_WORD[status?.description?.toUpperCase() ?? ""] ?? STATES[status?.id ?? ""];
  if (said) return said;
  if (expiresAt && expiresAt <= wallNow()) return "expired";
  return remaining > 0 ? "active" : "exhausted";
}
