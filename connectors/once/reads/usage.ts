import { z } from "zod";
import { toDay } from "#core/day.ts";
import type { UsageDay } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { read } from "../http/call.ts";
import { count, instant, volume } from "./fields.ts";

const amounts = (amount: typeof volume | typeof count) =>
  z.object({ volume_rx: amount.optional(), volume_tx: amount.optional() }).nullable().optional();

const Usage = z.object({
  stats: z
    .array(
      z.object({
        date: instant.refine((value) => value !== null, "is missing"),
        data: amounts(volume),
        sms: amounts(count),
      }),
    )
    .nullable()
    .optional(),
});

/** v2 has no such call that is documented. Costs are left out: they repeat the volume. */
export async function readUsage(
  account: OnceAccount,
  iccid: string,
  { from, to }: { readonly from: string; readonly to: string },
  signal: AbortSignal,
): Promise<UsageDay[] | null> {
  const path = `v1/sims/${encodeURIComponent(iccid)}/usage`;
  const query = { start_dt: from, end_dt: to };
  const found = await read(account, { path, query, schema: Usage, signal });
  if (!found) return null;
  return (found.value.stats ?? []).flatMap(({ date, data, sms }) =>
    date === null
      ? []
      : {
          day: toDay(date),
          upload_bytes: data?.volume_tx ?? 0,
          download_bytes: data?.volume_rx ?? 0,
          sms_to_device: sms?.volume_tx ?? 0, // of messages, "rx" is what 1NCE received from the device
          sms_from_device: sms?.volume_rx ?? 0,
        },
  );
}
