import { DAY_MS, MINUTE_MS, SECOND_MS, startOfDay } from "./calendar.ts";
import { type Fleet, STREAM, shareOfBaseDay, streamOf } from "./fleet.ts";
import { isDuring } from "./incidents.ts";
import { type Network, networkOn } from "./network.ts";
import { between, chance, pick, type Random, weighted, wholeBetween } from "./random.ts";
import { isAlive, type Sim } from "./sims.ts";
import type { Session, UsageDay } from "./usage.ts";

export type Severity = "info" | "warning" | "critical";

export interface ConnectionEvent {
  readonly atMs: number;
  readonly type:
    | "attach"
    | "detach"
    | "session_start"
    | "session_end"
    | "reject"
    | "imei_change"
    | "quota_threshold"
    | "quota_exhausted";
  readonly severity: Severity;
  readonly cause: string | null;
  readonly network: Network;
}

/** Sessions are usage already; as events they are kept for the last days only. */
const SESSION_EVENT_DAYS = 10;
const REJECTS_PER_DAY = 0.013;

/** What the network reported about one SIM on one day, apart from its quota. */
export function eventsOn(fleet: Fleet, sim: Sim, usage: UsageDay): ConnectionEvent[] {
  const { day, network } = usage;
  const random = streamOf(fleet, STREAM.events, sim.index, day);
  const events = [
    ...(day >= fleet.baseDay - SESSION_EVENT_DAYS
      ? sessionEvents(usage.sessions, network, random)
      : []),
    ...attachEvents(fleet, sim, usage, random),
    ...rejects(fleet, sim, day, network, random),
    ...imeiChange(sim, day, network),
  ];
  return events.filter(({ atMs, type }) => type === "reject" || isAlive(sim, atMs));
}

function sessionEvents(
  sessions: readonly Session[],
  network: Network,
  random: Random,
): ConnectionEvent[] {
  return sessions.flatMap(({ startsAtMs, endsAtMs }) => [
    event(startsAtMs, "session_start", "info", null, network),
    event(endsAtMs, "session_end", "info", weighted(random, SESSION_ENDS), network),
  ]);
}

const SESSION_ENDS = [
  ["normal release", 0.72],
  ["inactivity timer", 0.2],
  ["radio link failure", 0.06],
  ["lost carrier", 0.02],
] as const;

function attachEvents(fleet: Fleet, sim: Sim, usage: UsageDay, random: Random): ConnectionEvent[] {
  const { day, network, sessions } = usage;
  const before = networkOn(fleet, sim, day - 1);
  const hasMoved = before.country !== network.country || before.operator !== network.operator;
  const isLoop = sim.incident?.kind === "firmware-loop" && isDuring(sim.incident, day);
  const isFirst = sim.activatedAtMs !== null && Math.floor(sim.activatedAtMs / DAY_MS) === day;
  const usual = sim.shape.profile === "silent" ? 0.3 : sessions.length > 0 ? 0.09 : 0.02;
  const count = isLoop
    ? wholeBetween(random, 4, 7)
    : hasMoved || isFirst || chance(random, usual)
      ? 1
      : 0;
  return Array.from({ length: count }, (_, i) => {
    const first = i === 0 ? sessions[0] : undefined;
    const atMs = isFirst
      ? (sim.activatedAtMs ?? 0)
      : first
        ? first.startsAtMs - 20 * SECOND_MS
        : anyTime(day, random);
    const attach = event(
      atMs,
      "attach",
      "info",
      hasMoved ? "network changed" : "initial attach",
      network,
    );
    if (isFirst || chance(random, 0.25)) return [attach];
    const gone = Math.max(startOfDay(day), atMs - wholeBetween(random, 1, 90) * MINUTE_MS);
    return [event(gone, "detach", "info", pick(random, DETACHES), before), attach];
  }).flat();
}

const DETACHES = ["power off", "coverage lost", "implicit detach", "device restart"] as const;

function rejects(
  fleet: Fleet,
  sim: Sim,
  day: number,
  network: Network,
  random: Random,
): ConnectionEvent[] {
  const boost = day === fleet.baseDay ? 1.5 / Math.max(0.2, shareOfBaseDay(fleet)) : 1;
  const isTroubled =
    sim.incident !== null && isDuring(sim.incident, day) && sim.incident.kind !== "spike";
  const probability = isTroubled ? 0.5 : REJECTS_PER_DAY * boost;
  if (!chance(random, probability)) return [];
  return Array.from({ length: wholeBetween(random, 1, isTroubled ? 4 : 2) }, () => {
    const atMs = anyTime(day, random);
    const [cause, severity] = isAlive(sim, atMs) ? weighted(random, REJECTS) : barredBecause(sim);
    return event(atMs, "reject", severity, cause, network);
  });
}

function barredBecause(sim: Sim): readonly [string, Severity] {
  return sim.status === "suspended" ? ["SIM suspended", "warning"] : ["SIM not active", "info"];
}

const REJECTS: readonly (readonly [readonly [string, Severity], number])[] = [
  [["no suitable cells in tracking area", "info"], 0.15],
  [["roaming not allowed in this area", "warning"], 0.18],
  [["PLMN not allowed", "warning"], 0.17],
  [["congestion", "warning"], 0.16],
  [["network failure", "warning"], 0.16],
  [["authentication failure", "critical"], 0.1],
  [["illegal device", "critical"], 0.08],
];

function imeiChange(sim: Sim, day: number, network: Network): ConnectionEvent[] {
  const { incident } = sim;
  if (!incident?.changesImei || incident.firstDay !== day) return [];
  const severity = incident.kind === "stolen-sim" ? "critical" : "warning";
  return [
    event(incident.startsAtMs, "imei_change", severity, "another device uses the SIM", network),
  ];
}

function anyTime(day: number, random: Random): number {
  return startOfDay(day) + Math.floor(between(random, 0, 86_400)) * SECOND_MS;
}

function event(
  atMs: number,
  type: ConnectionEvent["type"],
  severity: Severity,
  cause: string | null,
  network: Network,
): ConnectionEvent {
  return { atMs, type, severity, cause, network };
}
