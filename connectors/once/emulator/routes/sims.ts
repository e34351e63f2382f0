import { type Answer, badInput, type Call, conflict } from "../answer.ts";
import { orderOf, pageHeaders, pageOf } from "../paging.ts";
import { isExpired, quotaOf } from "../quotas/quotas.ts";
import { simJson } from "../sims/sim-json.ts";
import { listSims, requireSim, type Sim } from "../sims/sims.ts";
import { updateSim } from "../sims/update-sim.ts";
import type { World } from "../world.ts";
import { parse, updateV1, updateV2 } from "./input.ts";

export const EXPIRED =
  "The following SIMs are expired and cannot be modified via API. Only extensions are permitted: ";

export function getSims(world: World, call: Call): Answer {
  const page = pageOf(call, { most: 100, preset: 10 });
  const { sims, total } = listSims(world, {
    where: filterOf(call),
    order: orderOf(call.query.get("sort"), { imei: "imei", ip_address: "ip_address" }, "id asc"),
    limit: page.size,
    offset: page.offset,
  });
  return {
    status: 200,
    headers: pageHeaders(page, total),
    json: sims.map((sim) => jsonOf(world, sim)),
  };
}

export function getSim(world: World, call: Call): Answer {
  return { status: 200, json: jsonOf(world, requireSim(world, call.params.iccid ?? "")) };
}

export function putSim(world: World, call: Call): Answer {
  const { version, client, params } = call;
  const sim = requireSim(world, params.iccid ?? "");
  const update = parse(version === 1 ? updateV1 : updateV2, call.body, version);
  if (update.iccid !== undefined && update.iccid !== sim.iccid) {
    throw badInput(version, "The ICCID of the body is not the one of the path");
  }
  if (isExpired(world, sim)) throw conflict(version, EXPIRED + sim.iccid);
  updateSim(world, sim, update, { client });
  return { status: 200 };
}

function jsonOf(world: World, sim: Sim) {
  return simJson(sim, quotaOf(world, sim, "data"), quotaOf(world, sim, "sms"));
}

/** `ip_address:127.0.0.1,imei:4711`; other fields are not filtered by. */
function filterOf({ query, version }: Call) {
  const where: { imei?: string; ip_address?: string } = {};
  for (const part of (query.get("q") ?? "").split(",").filter(Boolean)) {
    const [name = "", value = ""] = part.split(/:(.*)/s);
    if (name !== "imei" && name !== "ip_address") {
      throw badInput(version, `Cannot filter by ${name.slice(0, 40)}`);
    }
    where[name] = value;
  }
  return where;
}
