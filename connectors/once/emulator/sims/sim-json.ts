import { luhnDigit } from "#core/luhn.ts";
import { levelOf } from "../quotas/level.ts";
import type { Quota } from "../quotas/quotas.ts";
import { isoOf, megabytesOf, offsetDateOf } from "../units.ts";
import type { Sim } from "./sims.ts";

const LEVELS = ["More than 20% available", "Less than 20% available", "No volume available"];

/** A SIM as the list and the single call of both versions give it. */
export function simJson(sim: Sim, data: Quota, sms: Quota) {
  return {
    iccid: sim.iccid,
    iccid_with_luhn: `${sim.iccid}${luhnDigit(sim.iccid)}`,
    imsi: sim.imsi,
    imsi_2: "",
    current_imsi: sim.imsi,
    msisdn: sim.msisdn,
    imei: sim.imei,
    imei_lock: sim.imei_lock === 1,
    status: sim.status,
    ...(sim.activated_ms === null ? {} : { activation_date: offsetDateOf(sim.activated_ms) }),
    ip_address: sim.ip_address,
    current_quota: megabytesOf(data.total),
    quota_status: levelJson(data),
    current_quota_SMS: sms.total,
    quota_status_SMS: levelJson(sms),
    label: sim.label,
  };
}

/** Its ids mean nearly the opposite of those of the quota call; see `quotas/quota-json.ts`. */
function levelJson(quota: Quota) {
  const id = levelOf(quota);
  return {
    id,
    description: LEVELS[id] ?? "",
    ...(quota.threshold_reached_ms === null
      ? {}
      : { threshold_reached_date: isoOf(quota.threshold_reached_ms) }),
    ...(quota.exceeded_ms === null ? {} : { quota_exceeded_date: isoOf(quota.exceeded_ms) }),
  };
}
