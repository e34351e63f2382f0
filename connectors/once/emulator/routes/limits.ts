import { z } from "zod";
import { type Answer, badInput, type Call } from "../answer.ts";
import { logEffect } from "../effects.ts";
import {
  chooseLimit,
  chosenLimits,
  LIMIT_OPTIONS,
  type LimitService,
  monthlyLimits,
} from "../limits.ts";
import type { World } from "../world.ts";
import { parse } from "./input.ts";

const NAMES: Readonly<Record<string, LimitService>> = {
  data: "data",
  smsMO: "smsMo",
  smsMT: "smsMt",
};

export function getLimits(world: World, _call: Call): Answer {
  return { status: 200, json: chosenLimits(world) };
}

/** Documented as one object of all three services; a list of the steps is what it must be. */
export function getLimitOptions(world: World, { params, version }: Call): Answer {
  const service = NAMES[params.service ?? ""];
  if (!service) throw badInput(version, "There is no such service");
  const options = LIMIT_OPTIONS[service];
  return { status: 200, json: world.settings.quirks ? options : { [service]: options[0] } };
}

const request = z.object({
  dataLimitId: z.number().int().optional(),
  smsMtLimitId: z.number().int().optional(),
  smsMoLimitId: z.number().int().optional(),
});

/** For every SIM of the account, each month anew. */
export function postLimits(world: World, call: Call): Answer {
  const { dataLimitId, smsMtLimitId, smsMoLimitId } = parse(request, call.body, call.version);
  const before = monthlyLimits(world);
  const chosen = { data: dataLimitId, smsMt: smsMtLimitId, smsMo: smsMoLimitId };
  for (const [service, id] of Object.entries(chosen) as [LimitService, number | undefined][]) {
    if (id === undefined) continue;
    if (!LIMIT_OPTIONS[service].some((option) => option.id === id)) {
      throw badInput(call.version, `There is no limit ${id} of ${service}`);
    }
    chooseLimit(world, service, id);
  }
  logEffect(world, { client: call.client, kind: "limits", before, after: monthlyLimits(world) });
  return { status: 201 };
}
