import type { Answer, Call } from "../answer.ts";
import { networkOf } from "../sims/network.ts";
import { requireSim } from "../sims/sims.ts";
import { statusJsonV1, statusJsonV2 } from "../sims/status-json.ts";
import { sessionOf } from "../traffic/sessions.ts";
import { MINUTE_MS, offsetDateOf } from "../units.ts";
import type { World } from "../world.ts";

export function getStatus(world: World, call: Call): Answer {
  const sim = requireSim(world, call.params.iccid ?? "");
  const json = call.version === 1 ? statusJsonV1(world, sim) : statusJsonV2(world, sim);
  return { status: 200, json };
}

/** Only 2G and 3G networks can be asked where a device is. */
export function getConnectivityInfo(world: World, { params, query }: Call): Answer {
  const sim = requireSim(world, params.iccid ?? "");
  const nowMs = world.clock.nowMs();
  const isKnown = (sim.rat === "2G" || sim.rat === "3G") && sim.attached_ms !== null;
  const { mcc, mnc, operatorId } = networkOf(sim);
  const subscriber = {
    success: isKnown,
    state: isKnown && sessionOf(world, sim) ? "cam_idle" : "not_provided_from_vlr",
    ...(isKnown
      ? {
          location: {
            current_location_retrieved: true,
            age_of_location: Math.floor((nowMs - (sim.attached_ms ?? nowMs)) / MINUTE_MS),
            cell_global_id: {
              cid: 1 + (sim.id % 65_000),
              lac: 1 + (operatorId % 65_000),
              mcc,
              mnc,
            },
          },
        }
      : {}),
  };
  return {
    status: 200,
    json: {
      request_timestamp: offsetDateOf(nowMs),
      reply_timestamp: offsetDateOf(nowMs + 142),
      ...(query.get("subscriber") === "false" ? {} : { subscriber_info: subscriber }),
      ...(query.get("ussd") === "true"
        ? { ussd_info: { success: false, error: "Request Timeout Error" } }
        : {}),
    },
  };
}
