import { dayOf, SECOND_MS, startOfDay } from "./calendar.ts";
import { dailyChance, type Fleet, STREAM, streamOf } from "./fleet.ts";
import type { History } from "./history.ts";
import { peopleOf } from "./people.ts";
import { at, between, chance, pick, type Random, weighted, wholeBetween } from "./random.ts";
import type { Sim } from "./sims.ts";

type Channel = "web" | "api" | "slack" | "mcp" | "system";

export interface AuditEntry {
  readonly atMs: number;
  readonly actor: string;
  readonly channel: Channel;
  readonly action: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

const WINDOW_DAYS = 60;
const ENTRIES_PER_SIM_DAY = 0.006;

/** What people and programs did to this SIM: its own turns of fate, and everyday work. */
export function auditOf(fleet: Fleet, history: History): AuditEntry[] {
  const { sim, nowMs } = history;
  const first = Math.max(fleet.firstDay, fleet.baseDay - WINDOW_DAYS);
  const entries = turnsOfFate(fleet, sim);
  const probability = dailyChance(fleet, ENTRIES_PER_SIM_DAY, 80);
  for (let day = Math.max(first, dayOf(sim.createdAtMs)); day <= dayOf(nowMs); day++) {
    const random = streamOf(fleet, STREAM.audit, sim.index, day);
    if (!chance(random, probability)) continue;
    const atMs = startOfDay(day) + Math.floor(between(random, 6, 19) * 3600) * SECOND_MS;
    entries.push(entry(fleet, sim, atMs, everydayAction(sim, random), random));
  }
  return entries.filter(({ atMs }) => atMs <= nowMs && dayOf(atMs) >= first);
}

type Action = readonly [action: string, changes: Readonly<Record<string, unknown>>];

function turnsOfFate(fleet: Fleet, sim: Sim): AuditEntry[] {
  const random = streamOf(fleet, STREAM.audit, sim.index, -1);
  const turns: [number, Action][] = [
    [sim.createdAtMs, ["sim.create", { label: sim.label, rate_plan: sim.plan.name }]],
  ];
  if (sim.activatedAtMs !== null)
    turns.push([sim.activatedAtMs, becoming("inactive", "active", "sim.activate")]);
  if (sim.status === "suspended")
    turns.push([sim.endsAtMs, becoming("active", "suspended", "sim.suspend")]);
  if (sim.deactivatedAtMs !== null) {
    turns.push([sim.deactivatedAtMs, becoming("active", "deactivated", "sim.deactivate")]);
  }
  return turns.map(([atMs, action]) => entry(fleet, sim, atMs, action, random));
}

function becoming(from: string, to: string, action: string): Action {
  return [action, { status: { from, to } }];
}

function everydayAction(sim: Sim, random: Random): Action {
  const megabytes = pick(random, [50, 100, 250, 500]);
  const actions: readonly (readonly [Action, number])[] = [
    [["sms.send", { body: pick(random, ["REBOOT", "STATUS?", "PING"]) }], 0.28],
    [["quota.top_up", { type: "data", bytes: megabytes * 1024 ** 2 }], 0.2],
    [["sim.update", { label: { from: `${sim.label}-old`, to: sim.label } }], 0.12],
    [["sim.tag", { added: [at(sim.tags, sim.tags.length - 1)] }], 0.1],
    [["rate_plan.change", { rate_plan: { to: sim.plan.name } }], 0.1],
    [["sim.test", { result: "reachable" }], 0.08],
    [["ticket.update", { status: { from: "open", to: "pending" } }], 0.12],
  ];
  return weighted(random, actions);
}

function entry(
  fleet: Fleet,
  sim: Sim,
  atMs: number,
  [action, changes]: Action,
  random: Random,
): AuditEntry {
  const channel: Channel = weighted(random, CHANNELS);
  const isPerson = channel === "web" || channel === "slack" || channel === "mcp";
  return {
    atMs,
    channel,
    action,
    changes,
    actor: isPerson
      ? pick(random, peopleOf(fleet))
      : channel === "api"
        ? pick(random, KEYS)
        : "simon",
    resourceType: "sim",
    resourceId: sim.iccid,
    ipAddress: channel === "system" ? null : `192.0.2.${wholeBetween(random, 1, 254)}`,
    userAgent: AGENTS[channel],
  };
}

const CHANNELS = [
  ["web", 0.5],
  ["api", 0.14],
  ["slack", 0.16],
  ["mcp", 0.12],
  ["system", 0.08],
] as const;
const KEYS = ["provisioning-key", "billing-export-key"] as const;
const AGENTS: Readonly<Record<Channel, string | null>> = {
  web: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36",
  api: "fleet-sync/2.3",
  slack: "Slackbot 1.0",
  mcp: "desktop-assistant/1.8",
  system: null,
};
