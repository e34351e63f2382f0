import type { Answer, Call } from "../answer.ts";
import { orderOf, pageHeaders, pageOf } from "../paging.ts";
import { requireSim } from "../sims/sims.ts";
import { eventJsonV1, eventJsonV2, listEvents } from "../traffic/events.ts";
import type { World } from "../world.ts";

/** v1: an envelope with totals, and headers. */
export function getEventsV1(world: World, call: Call): Answer {
  const sim = requireSim(world, call.params.iccid ?? "");
  const page = pageOf(call, { most: 1000, preset: 10 });
  const columns = { timestamp: "at_ms", id: "id", event_type: "description" };
  const order = orderOf(call.query.get("sort"), columns, "at_ms desc, id desc");
  const { events, total } = listEvents(world, sim, {
    order,
    limit: page.size,
    offset: page.offset,
  });
  return {
    status: 200,
    headers: pageHeaders(page, total),
    json: {
      events: events.map((event) => eventJsonV1(sim, event)),
      totalEvents: total,
      totalPages: Math.ceil(total / page.size),
    },
  };
}

/** v2: a bare list, the newest first, without a word of how many there are. */
export function getEventsV2(world: World, call: Call): Answer {
  const sim = requireSim(world, call.params.iccid ?? "");
  const page = pageOf(call, { most: 1000, preset: 10 });
  const { events } = listEvents(world, sim, {
    order: "at_ms desc, id desc",
    limit: page.size,
    offset: page.offset,
  });
  return { status: 200, json: events.map((event) => eventJsonV2(world, sim, event)) };
}
