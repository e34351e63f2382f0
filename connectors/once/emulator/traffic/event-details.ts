import { THRESHOLD_PERCENTAGE, thresholdOf } from "../quotas/level.ts";
import type { Quota } from "../quotas/quotas.ts";
import { networkOf } from "../sims/network.ts";
import type { Sim } from "../sims/sims.ts";
import { isoOf, megabytesOf } from "../units.ts";

/** Ids of radio technologies as one live integrator saw them; those of 3G, 4G and 5G are GTP's. */
const RAT_IDS: Readonly<Record<string, number>> = {
  "2G": 2,
  "3G": 1,
  LTE: 6,
  "NB-IoT": 8,
  "LTE-M": 9,
  "5G": 10,
};

export function ratIdOf(sim: Sim): number {
  return RAT_IDS[sim.rat] ?? 6;
}

export function locationDetail(sim: Sim, failure?: string) {
  const { operatorId, operator, mnc } = networkOf(sim);
  return {
    id: operatorId,
    name: operator,
    country: countryJson(sim),
    tapcode: [{ id: operatorId, tapcode: operator.slice(0, 5).toUpperCase() }],
    mnc: [{ id: operatorId, mnc }],
    ...(failure ? { update_location_failure_reason: failure } : {}),
  };
}

/** Of a session that began, ended or was refused. Volumes are megabytes. */
export function pdpDetail(
  sim: Sim,
  session: {
    readonly id: number;
    readonly startedMs: number;
    readonly rx?: number;
    readonly tx?: number;
    readonly failure?: string;
  },
) {
  const { operatorId, operator, mcc, mnc } = networkOf(sim);
  const { id, startedMs, rx = 0, tx = 0, failure } = session;
  return {
    id: operatorId,
    name: operator,
    country: countryJson(sim),
    volume: { rx: megabytesOf(rx), tx: megabytesOf(tx), total: megabytesOf(rx + tx) },
    ...(failure ? { data_service_failure_cause: failure } : {}),
    pdp_context: {
      pdp_context_id: id,
      tunnel_created: isoOf(startedMs),
      operator_id: String(operatorId),
      tariff_id: "442",
      ratezone_id: "2171",
      nsapi: 5,
      gtp_version: 2,
      mcc,
      mnc,
      apn: "sensor.net",
      rat_type: ratIdOf(sim),
      region: "eu-central-1",
      ue_ip_address: sim.ip_address,
      imsi: sim.imsi,
      imeisv: sim.imei,
      breakout_ip: null,
      ipcan_session_id: String(id),
    },
  };
}

export function quotaDetail(quota: Quota) {
  const inUnits = quota.service === "data" ? megabytesOf : (count: number) => count;
  return {
    quota: {
      id: quota.sim_id * 2 + (quota.service === "data" ? 0 : 1),
      volume: inUnits(quota.remaining),
      total_volume: inUnits(quota.total),
      threshold: { percentage: THRESHOLD_PERCENTAGE, volume: inUnits(thresholdOf(quota)) },
      ...(quota.expiry_ms === null ? {} : { expiry_date: isoOf(quota.expiry_ms) }),
    },
  };
}

function countryJson(sim: Sim) {
  const { id, name, callingCode, mcc, isoCode } = networkOf(sim);
  return { id, name, country_code: callingCode, mcc, iso_code: isoCode };
}
