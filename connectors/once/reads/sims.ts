import { isIP } from "node:net";
import { z } from "zod";
import { toIccid } from "#core/iccid.ts";
import type { ListedSim, QuotaLevel } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { read } from "../http/call.ts";
import { imeiOf } from "../values/imei.ts";
import { coded, count, instant, text, volume } from "./fields.ts";

export const Sim = z.object({
  iccid: z.string().transform((value, context) => {
    try {
      return toIccid(value);
    } catch {
      context.addIssue({ code: "custom", message: "is no ICCID" });
      return z.NEVER;
    }
  }),
  imsi: text.optional(),
  current_imsi: text.optional(),
  msisdn: text.optional(),
  imei: text.optional(),
  imei_lock: z.boolean().nullable().optional(),
  status: z.enum(["Enabled", "Disabled"]),
  activation_date: instant.optional(),
  ip_address: text.optional(),
  current_quota: volume.optional(),
  current_quota_SMS: count.optional(),
  quota_status: coded.optional(),
  quota_status_SMS: coded.optional(),
  label: text.optional(),
});
export type Sim = z.output<typeof Sim>;

export function listedSim(sim: Sim): ListedSim {
  return {
    iccid: sim.iccid,
    imsi: sim.current_imsi ?? sim.imsi ?? null,
    msisdn: sim.msisdn ?? null,
    imei: imeiOf(sim.imei),
    label: sim.label ?? null,
    is_enabled: sim.status === "Enabled",
    imei_lock: sim.imei_lock ?? false,
    ip_address: sim.ip_address && isIP(sim.ip_address) ? sim.ip_address : null,
    activated_at: sim.activation_date ?? null,
    data_level: levelOf(sim.quota_status),
    sms_level: levelOf(sim.quota_status_SMS),
    data_total: sim.current_quota ?? null,
    sms_total: sim.current_quota_SMS ?? null,
  };
}

/** Not the codes of a quota's own status, where 0 is used up. */
const LEVELS: Readonly<Record<string, QuotaLevel>> = { 0: "plenty", 1: "low", 2: "exhausted" };

function levelOf(status: z.output<typeof coded> | undefined): QuotaLevel | null {
  return LEVELS[status?.id ?? ""] ?? null;
}

export async function readOnceSim(
  account: OnceAccount,
  iccid: string,
  signal: AbortSignal,
): Promise<Sim | null> {
  const path = `v2/sims/${encodeURIComponent(iccid)}`;
  return (await read(account, { path, schema: Sim, signal }))?.value ?? null;
}
