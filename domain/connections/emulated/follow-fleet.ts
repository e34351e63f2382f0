import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { SystemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { type FleetMark, readFleetMark } from "#db/fleet/mark.ts";
import { asActor } from "#db/guard.ts";
import { BY_SCHEDULE, enqueue } from "#domain/jobs/start-due.ts";
import { PAGE_SIMS, readSims } from "./read-sims.ts";
import { readTraffic } from "./read-traffic.ts";

const FLEET = "fleet";
const CARRIED_UNTIL = "carried_until";
const EVER = new Date(0);

/**
 * Has an emulator know of a generated fleet what its provider would: another fleet's SIMs are put in place of
 * those before, and of one that has grown it is told the traffic. Its own state of SIMs it keeps. Told again,
 * also after a crash in the middle, it comes to the same.
 */
export async function followFleet(
  actor: SystemActor,
  emulator: Emulator,
): Promise<"no_fleet" | "in_step"> {
  const mark = await readFleetMark({ id: actor.organizationId });
  if (!mark) return "no_fleet"; // or one that was not made here
  if (emulator.noted(FLEET) !== nameOf(actor, mark)) await takeFleet(actor, emulator, mark);
  else await carryGrowth(actor, emulator, mark);
  return "in_step";
}

/** Whose fleet of which making. */
function nameOf({ organizationId }: SystemActor, { made }: FleetMark): string {
  return `${organizationId} ${made}`;
}

async function takeFleet(actor: SystemActor, emulator: Emulator, mark: FleetMark): Promise<void> {
  emulator.reset();
  await eachPage(async (after) => {
    // in one transaction: what a SIM has left is what it has after the traffic that is told with it
    const { sims, traffic } = await asActor(actor, async (sql) => ({
      sims: await readSims(sql, after),
      traffic: await readTraffic(sql, { after, since: EVER }),
    }));
    emulator.seed(sims);
    emulator.carry(traffic, { isHistory: true });
    return sims;
  });
  emulator.note(CARRIED_UNTIL, mark.grownUntil.toISOString());
  emulator.note(FLEET, nameOf(actor, mark));
  await asActor(actor, (sql) => enqueue(sql, "sync", BY_SCHEDULE, wallNow()));
}

/** The whole day of the last time once more: what was carried before is told again, as a part of its total. */
async function carryGrowth(actor: SystemActor, emulator: Emulator, mark: FleetMark): Promise<void> {
  const grownUntil = mark.grownUntil.toISOString();
  const carriedUntil = emulator.noted(CARRIED_UNTIL);
  if (carriedUntil === grownUntil) return;
  const since = carriedUntil === undefined ? EVER : new Date(carriedUntil);
  await eachPage(async (after) => {
    const traffic = await asActor(actor, (sql) => readTraffic(sql, { after, since }));
    emulator.carry(traffic);
    return traffic;
  });
  emulator.note(CARRIED_UNTIL, grownUntil);
}

async function eachPage(
  takePage: (after: string) => Promise<readonly { readonly iccid: string }[]>,
): Promise<void> {
  for (let after = ""; ; ) {
    const page = await takePage(after);
    const last = page.at(-1);
    if (!last || page.length < PAGE_SIMS) return;
    after = last.iccid;
    await yieldToOthers();
  }
}
