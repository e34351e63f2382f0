import { z } from "zod";
import { NotFound } from "#core/errors.ts";
import { logEffect } from "../effects.ts";
import { levelOf } from "../quotas/level.ts";
import { markQuota, quotaOf, type Service } from "../quotas/quotas.ts";
import { sessionOf } from "../traffic/sessions.ts";
import { bytesOf, isoOf, MEGABYTE } from "../units.ts";
import type { World } from "../world.ts";
import { seedSim } from "./seed.ts";
import { findSim, listSims, type Sim, setSim } from "./sims.ts";
import { connectivityOf } from "./status-json.ts";
import { applyUpdate } from "./update-sim.ts";

/** What is true of a SIM here, with the names that `seed` takes. */
export type SimState = ReturnType<typeof stateOf>;

function stateOf(world: World, sim: Sim) {
  const data = quotaOf(world, sim, "data");
  const sms = quotaOf(world, sim, "sms");
  return {
    iccid: sim.iccid,
    imsi: sim.imsi,
    msisdn: sim.msisdn,
    imei: sim.imei,
    label: sim.label,
    status: sim.status,
    imei_lock: sim.imei_lock === 1,
    ip_address: sim.ip_address,
    activation_date: sim.activated_ms === null ? null : isoOf(sim.activated_ms),
    expiry_date: data.expiry_ms === null ? null : isoOf(data.expiry_ms),
    country: sim.country,
    operator: sim.operator,
    rat: sim.rat,
    attached_at: sim.attached_ms === null ? null : isoOf(sim.attached_ms),
    connectivity: connectivityOf(world, sim),
    has_session: sessionOf(world, sim) !== undefined,
    blocked: sim.blocked === 1,
    auto_top_up: sim.auto_top_up === 1,
    data_total_mb: data.total / MEGABYTE,
    data_remaining_mb: data.remaining / MEGABYTE,
    data_remaining_bytes: data.remaining,
    data_level: levelOf(data),
    sms_total: sms.total,
    sms_remaining: sms.remaining,
    sms_level: levelOf(sms),
  };
}

export function simState(world: World, iccid: string): SimState {
  return stateOf(world, required(world, iccid));
}

export function allStates(world: World, { offset = 0, limit = 1_000_000 } = {}): SimState[] {
  const { sims } = listSims(world, { where: {}, order: "id", limit, offset });
  return sims.map((sim) => stateOf(world, sim));
}

const simChange = seedSim
  .omit({ iccid: true })
  .partial()
  .extend({ blocked: z.boolean().optional(), auto_top_up: z.boolean().optional() });
export type SimChange = z.input<typeof simChange>;

const CONTROL = "_emulator";

/** As if it were done in the provider's portal, or by the network: no client of the API knows. */
export function changeSim(world: World, iccid: string, values: SimChange): SimState {
  const change = simChange.parse(values);
  return world.store.transaction(() => {
    const sim = required(world, iccid);
    const before = stateOf(world, sim);
    const { status, label, imei_lock } = change;
    if (status !== undefined || label !== undefined || imei_lock !== undefined) {
      applyUpdate(world, sim, change, CONTROL);
    }
    setSim(world, sim, columnsOf(change));
    setQuota(world, sim, "data", change);
    setQuota(world, sim, "sms", change);
    const after = simState(world, iccid);
    logEffect(world, { client: CONTROL, kind: "changed_behind", iccid, before, after });
    return after;
  });
}

export function removeSim(world: World, iccid: string): void {
  required(world, iccid);
  world.store.run("update sims set transferred = 1 where iccid = ?", iccid);
}

function required(world: World, iccid: string): Sim {
  const sim = findSim(world, iccid);
  if (!sim) throw new NotFound(`The emulator has no SIM ${iccid}.`);
  return sim;
}

function columnsOf(change: z.output<typeof simChange>): Partial<Omit<Sim, "id" | "iccid">> {
  const { activation_date, attached_at, blocked, auto_top_up } = change;
  const { imsi, msisdn, imei, ip_address, country, operator, rat } = change;
  const columns = {
    ...{ imsi, msisdn, imei, ip_address, country, operator, rat },
    activated_ms: activation_date === null ? null : activation_date?.getTime(),
    attached_ms: attached_at === null ? null : attached_at?.getTime(),
    blocked: blocked === undefined ? undefined : Number(blocked),
    auto_top_up: auto_top_up === undefined ? undefined : Number(auto_top_up),
  };
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function setQuota(
  world: World,
  sim: Sim,
  service: Service,
  change: z.output<typeof simChange>,
): void {
  const nowMs = world.clock.nowMs();
  const bytes = (mb: number | null | undefined) => (mb == null ? mb : bytesOf(mb));
  const [total, remaining] =
    service === "data"
      ? [bytes(change.data_total_mb), bytes(change.data_remaining_mb)]
      : [change.sms_total, change.sms_remaining];
  const before = quotaOf(world, sim, service);
  const after = { total: total ?? before.total, remaining: remaining ?? before.remaining };
  const level = levelOf(after);
  markQuota(world, sim, service, {
    ...after,
    ...(change.expiry_date ? { expiry_ms: change.expiry_date.getTime() } : {}),
    ...(level === levelOf(before)
      ? {}
      : {
          changed_ms: nowMs,
          threshold_reached_ms: level > 0 ? nowMs : null,
          exceeded_ms: level > 1 ? nowMs : null,
        }),
  });
}
