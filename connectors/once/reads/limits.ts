import { z } from "zod";
import type { AccountLimits } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { read } from "../http/call.ts";
import { count, text, volume } from "./fields.ts";

const limitOf = <T extends typeof volume | typeof count>(amount: T) =>
  z.object({ id: text.optional(), limit: amount.optional() }).nullable().optional();

const Limits = z.object({
  data: limitOf(volume),
  smsMt: limitOf(count),
  smsMo: limitOf(count),
});

/** v2 has no limits. */
export async function readLimits(
  account: OnceAccount,
  signal: AbortSignal,
): Promise<AccountLimits> {
  const found = await read(account, { path: "v1/sims/limits", schema: Limits, signal });
  const { data, smsMt, smsMo } = found?.value ?? {};
  return {
    data_bytes: data?.limit ?? null,
    sms_to_device: smsMt?.limit ?? null,
    sms_from_device: smsMo?.limit ?? null,
  };
}
