import type { Sim } from "../sims/sims.ts";
import { isoOf } from "../units.ts";
import { SMS_STATUS, type Sms } from "./sms.ts";

const DESCRIPTIONS: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(SMS_STATUS).map(([name, id]) => [id, name]),
);
const ADDRESS_TYPES: Readonly<Record<number, string>> = {
  145: "International",
  161: "National",
  208: "Alphanumeric",
};
const MSC = 491770940000;

/** Its retry count is text. */
export function smsJsonV1(sim: Sim, sms: Sms) {
  return {
    ...common(sim, sms),
    msc: String(MSC),
    retry_count: String(sms.retries),
    source_address_type: { id: sms.source_address_type },
  };
}

export function smsJsonV2(sim: Sim, sms: Sms) {
  return {
    ...common(sim, sms),
    msc: MSC,
    pid: 0,
    retry_date: null,
    retry_count: sms.retries,
    gsm_map_error: null,
    sim_id: sim.id,
    endpoint: { id: sim.id, name: sim.iccid },
    source_address_type: {
      id: sms.source_address_type,
      description: ADDRESS_TYPES[sms.source_address_type] ?? "International",
    },
  };
}

function common(sim: Sim, sms: Sms) {
  const isDelivered = sms.status === SMS_STATUS.DELIVERED;
  return {
    id: sms.id,
    submit_date: isoOf(sms.submitted_ms),
    ...(isDelivered ? dateOf("delivery_date", sms.final_ms) : {}),
    expiry_date: isoOf(sms.expiry_ms),
    ...dateOf("final_date", sms.final_ms),
    ...dateOf("last_delivery_attempt", sms.attempted_ms),
    source_address: sms.source_address,
    iccid: sim.iccid,
    msisdn: sim.msisdn,
    imsi: sim.imsi,
    dcs: sms.dcs,
    udh: sms.udh,
    payload: sms.payload,
    status: { id: sms.status, description: DESCRIPTIONS[sms.status] ?? "" },
    sms_type: { id: sms.type === "MT" ? 1 : 2, description: sms.type },
  };
}

function dateOf(name: string, ms: number | null) {
  return ms === null ? {} : { [name]: isoOf(ms) };
}
