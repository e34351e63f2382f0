import { type Answer, badInput, type Call, notFound, Refusal } from "../answer.ts";
import { orderOf, pageOf } from "../paging.ts";
import { requireSim, type Sim } from "../sims/sims.ts";
import { cancelSms, findSms, listSms, type Sms, sendSms } from "../sms/sms.ts";
import { smsJsonV1, smsJsonV2 } from "../sms/sms-json.ts";
import type { World } from "../world.ts";
import { parse, smsMessage } from "./input.ts";

const COLUMNS = { id: "id", submit_date: "submitted_ms", expiry_date: "expiry_ms" };

export function getSmsList(world: World, call: Call): Answer {
  const sim = requireSim(world, call.params.iccid ?? "");
  const page =
    call.version === 1
      ? pageOf(call, { most: 100, preset: 10 })
      : pageOf(call, { most: 1000, preset: 20, sizeName: "per_page" });
  const sort = call.version === 1 ? call.query.get("sort") : null;
  const messages = listSms(world, sim, {
    order: orderOf(sort, COLUMNS, "id desc"),
    limit: page.size,
    offset: page.offset,
  });
  return { status: 200, json: messages.map((sms) => jsonOf(call, sim, sms)) };
}

export function getSms(world: World, call: Call): Answer {
  const { sim, sms } = requireSms(world, call);
  return { status: 200, json: jsonOf(call, sim, sms) };
}

/** v2 says which message it is, v1 nothing. */
export function postSms(world: World, call: Call): Answer {
  const { version, client } = call;
  const sim = requireSim(world, call.params.iccid ?? "");
  const { source_address_type, expiry_date, ...message } = parse(smsMessage, call.body, version);
  const id = sendSms(
    world,
    sim,
    {
      ...message,
      source_address_type: source_address_type.id,
      ...(expiry_date ? { expiryMs: Date.parse(expiry_date) } : {}),
    },
    { client, version },
  );
  return version === 1 ? { status: 201 } : { status: 201, json: { id: String(id) } };
}

/** Only what still waits can be cancelled. v1 documents no 404 here, so what is not there is 422. */
export function deleteSms(world: World, call: Call): Answer {
  const { sim, sms } = call.version === 1 ? requireSmsV1(world, call) : requireSms(world, call);
  if (!cancelSms(world, sim, sms, call.client)) {
    throw badInput(call.version, "This message does not wait any more");
  }
  return call.version === 1 ? { status: 204 } : { status: 200, json: { id: String(sms.id) } };
}

function requireSms(world: World, { params, version }: Call): { sim: Sim; sms: Sms } {
  const sim = requireSim(world, params.iccid ?? "");
  if (!/^\d{1,15}$/.test(params.id ?? "")) {
    throw badInput(version, "Cannot parse parameter id as Long");
  }
  const sms = findSms(world, sim, Number(params.id));
  if (!sms) throw notFound();
  return { sim, sms };
}

function requireSmsV1(world: World, call: Call): { sim: Sim; sms: Sms } {
  try {
    return requireSms(world, call);
  } catch (error) {
    if (error instanceof Refusal) throw badInput(1, error.message);
    throw error;
  }
}

function jsonOf({ version }: Call, sim: Sim, sms: Sms) {
  return version === 1 ? smsJsonV1(sim, sms) : smsJsonV2(sim, sms);
}
