import { type Answer, badInput, type Call } from "../answer.ts";
import { requireSim } from "../sims/sims.ts";
import { listUsage, usageDayJson } from "../traffic/usage.ts";
import { DAY_MS, dayOf } from "../units.ts";
import type { World } from "../world.ts";

/** "Limited to the last 6 months". */
const LONGEST_MS = 183 * DAY_MS;

/** Days without traffic have no row. */
export function getUsage(world: World, call: Call): Answer {
  const sim = requireSim(world, call.params.iccid ?? "");
  const nowMs = world.clock.nowMs();
  const earliest = dayOf(nowMs - LONGEST_MS);
  const from = dayIn(call, "start_dt") ?? earliest;
  const to = dayIn(call, "end_dt") ?? dayOf(nowMs);
  const days = listUsage(world, sim, from, to).filter(({ day }) => day >= earliest);
  return { status: 200, json: { stats: days.map(usageDayJson) } };
}

function dayIn({ query, version }: Call, name: string): string | null {
  const text = query.get(name);
  if (text === null || text === "") return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw badInput(version, `${name} must be a date such as 2026-07-22`);
  }
  return text;
}
