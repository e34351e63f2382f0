import { ratIdOf } from "../traffic/event-details.ts";
import { type Session, sessionOf } from "../traffic/sessions.ts";
import { isDataLimitReached } from "../traffic/usage.ts";
import { DAY_MS, isoOf, zonelessDateOf } from "../units.ts";
import type { World } from "../world.ts";
import { networkOf } from "./network.ts";
import type { Sim } from "./sims.ts";

/** The visited network reports a device as gone only a day or two later. */
const FORGOTTEN_AFTER_MS = 2 * DAY_MS;
const SERVICES = ["GPRS", "SMS"];

type Description = "ONLINE" | "ATTACHED" | "OFFLINE" | "BLOCKED";

export function connectivityOf(world: World, sim: Sim): Description {
  if (sim.blocked) return "BLOCKED";
  if (sessionOf(world, sim)) return "ONLINE";
  const isAttached =
    sim.status === "Enabled" &&
    sim.attached_ms !== null &&
    world.clock.nowMs() - sim.attached_ms < FORGOTTEN_AFTER_MS;
  return isAttached ? "ATTACHED" : "OFFLINE";
}

export function statusJsonV1(world: World, sim: Sim) {
  const status = connectivityOf(world, sim);
  const session = sessionOf(world, sim);
  const network = networkOf(sim);
  const seen = sim.attached_ms === null ? {} : { last_updated: isoOf(sim.attached_ms) };
  return {
    status: status === "BLOCKED" ? "OFFLINE" : status,
    ...(sim.attached_ms === null
      ? {}
      : {
          location: {
            iccid: sim.iccid,
            imsi: sim.imsi,
            ...seen,
            operator_id: String(network.operatorId),
            operator: {
              id: String(network.operatorId),
              name: network.operator,
              country: { id: String(network.id), name: network.name, "iso-code": network.isoCode },
            },
            country: {
              country_id: String(network.id),
              name: network.name,
              country_code: network.callingCode,
              mcc: network.mcc,
              "iso-code": network.isoCode,
              latitude: network.latitude,
              longitude: network.longitude,
            },
          },
        }),
    ...(session ? { pdp_context: pdpV1(world, sim, session) } : {}),
    services: SERVICES,
  };
}

export function statusJsonV2(world: World, sim: Sim) {
  const session = sessionOf(world, sim);
  const network = networkOf(sim);
  const isLimited = isDataLimitReached(world, sim, world.clock.nowMs());
  return {
    status: { description: connectivityOf(world, sim) },
    data_traffic_limit_state: { description: isLimited ? "REACHED" : "NOT_REACHED" },
    ...(sim.attached_ms === null
      ? {}
      : {
          location: {
            iccid: sim.iccid,
            imsi: sim.imsi,
            last_updated: zonelessDateOf(sim.attached_ms),
            operator_id: String(network.operatorId),
            operator: {
              id: network.operatorId,
              name: network.operator,
              mnc: network.mnc,
              country: { id: network.id, name: network.name, iso_code: network.isoCode },
            },
            country: {
              country_id: String(network.id),
              name: network.name,
              country_code: network.callingCode,
              mcc: network.mcc,
              iso_code: network.isoCode,
            },
          },
        }),
    pdp_contexts: session ? [pdpV2(sim, session)] : [],
    services: SERVICES,
  };
}

function pdpV1(world: World, sim: Sim, session: Session) {
  const seconds = Math.max(0, Math.floor((world.clock.nowMs() - session.started_ms) / 1000));
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return {
    ...pdpCommon(sim, session),
    tariff_profile_id: "129700",
    teid_data_plane: "153329900",
    teid_control_plane: "153329900",
    duration: `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`,
    rat_type: {
      rat_type_id: String(ratIdOf(sim)),
      description: ratV1(sim.rat, world.settings.quirks),
    },
  };
}

function pdpV2(sim: Sim, session: Session) {
  const cell = cellOf(sim);
  return {
    ...pdpCommon(sim, session),
    tx_teid_data_plane: "7116",
    tx_teid_control_plane: "7116",
    rx_teid: "7116",
    rx_teid_data_plane: "7116",
    rx_teid_control_plane: "7116",
    sac: "7",
    rac: "8",
    ...(sim.rat === "2G" || sim.rat === "3G"
      ? { gtp_v1_uli: { ...cell, sac: "7", rac: "8" } }
      : { gtp_v2_uli: { cgi: cell, tac: "38402", eci: cell.ci, lac: cell.lac } }),
    rat_type: { rat_type_id: String(ratIdOf(sim)), description: ratText(sim.rat) },
    region: "eu-central-1",
    apn: "sensor.net",
    ipcan_session_id: String(session.id),
  };
}

function pdpCommon(sim: Sim, session: Session) {
  const { operatorId, mcc, mnc } = networkOf(sim);
  const gateway = "12.23.107.89";
  return {
    pdp_context_id: String(session.id),
    endpoint_id: String(sim.id),
    tariff_id: "442",
    ratezone_id: "2171",
    organisation_id: "2",
    imsi_id: String(sim.id),
    imsi: sim.imsi,
    sim_id: String(sim.id),
    gtp_version: sim.rat === "2G" || sim.rat === "3G" ? "1" : "2",
    nsapi: "5",
    sgsn_control_plane_ip_address: gateway,
    sgsn_data_plane_ip_address: gateway,
    ggsn_control_plane_ip_address: gateway,
    ggsn_data_plane_ip_address: gateway,
    created: isoOf(session.started_ms),
    mcc,
    mnc,
    operator_id: String(operatorId),
    ...cellOf(sim),
    ue_ip_address: sim.ip_address,
    imeisv: sim.imei,
  };
}

function cellOf(sim: Sim) {
  return {
    lac: String(1 + (networkOf(sim).operatorId % 65_000)),
    ci: String(1 + (sim.id % 65_000)),
  };
}

function ratText(rat: string): string {
  return rat === "LTE" ? "4G" : rat;
}

/** The document lists no LTE-M; networks have it all the same. */
function ratV1(rat: string, quirks: boolean): string {
  return rat === "LTE-M" && !quirks ? "4G" : ratText(rat);
}
