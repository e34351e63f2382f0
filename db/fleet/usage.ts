import { DAY_MS, SECOND_MS, startOfDay } from "./calendar.ts";
import { type Fleet, STREAM, streamOf } from "./fleet.ts";
import { isDuring } from "./incidents.ts";
import { type Network, networkOn } from "./network.ts";
import { dayFactor } from "./profiles.ts";
import { between, chance, noise, normal, type Random, wholeBetween } from "./random.ts";
import { isAlive, type Sim } from "./sims.ts";

/** One data session; its two usage records carry the instant at which it ended. */
export interface Session {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly uploadBytes: number;
  readonly downloadBytes: number;
}

export interface UsageDay {
  readonly day: number;
  readonly network: Network;
  readonly sessions: readonly Session[];
}

const SHORTEST_BYTES = 64;

/** The day's sessions, whatever the time is now: a pure function of the fleet, the SIM and the day. */
export function usageOn(fleet: Fleet, sim: Sim, day: number): UsageDay {
  const network = networkOn(fleet, sim, day);
  const random = streamOf(fleet, STREAM.day, sim.index, day);
  const incident = isDuring(sim.incident, day) ? sim.incident : null;
  const bytes = sim.dailyBytes * dayFactor(sim.shape, day, random) * (incident?.factor ?? 1);
  if (bytes < SHORTEST_BYTES) return { day, network, sessions: [] };
  const count =
    incident?.kind === "firmware-loop" ? wholeBetween(random, 7, 11) : sessionCount(sim, random);
  const sessions = Array.from({ length: count }, () => session(sim, day, bytes / count, random));
  return {
    day,
    network,
    sessions: sessions
      .filter(({ endsAtMs }) => isAlive(sim, endsAtMs))
      .sort((one, other) => one.endsAtMs - other.endsAtMs),
  };
}

export function totalOf(sessions: readonly Session[]): number {
  return sessions.reduce(
    (sum, { uploadBytes, downloadBytes }) => sum + uploadBytes + downloadBytes,
    0,
  );
}

function sessionCount(sim: Sim, random: Random): number {
  return Math.min(3, Math.max(1, sim.sessionsPerDay + (chance(random, 0.15) ? 1 : 0)));
}

function session(sim: Sim, day: number, meanBytes: number, random: Random): Session {
  const bytes = meanBytes * noise(random, 0.2);
  const share = Math.min(0.98, Math.max(0.02, sim.uploadShare + 0.03 * normal(random)));
  const hour = chance(random, 0.75) ? sim.peakHour + normal(random) * 1.5 : random() * 24;
  const lengthMs = Math.round(between(random, 30, 2400)) * SECOND_MS;
  const start = Math.floor((((hour + 24) % 24) / 24) * 86_400) * SECOND_MS;
  const end = Math.min(start + lengthMs, DAY_MS - SECOND_MS);
  return {
    startsAtMs: startOfDay(day) + Math.max(0, end - lengthMs),
    endsAtMs: startOfDay(day) + end,
    uploadBytes: Math.max(1, Math.round(bytes * share)),
    downloadBytes: Math.max(1, Math.round(bytes * (1 - share))),
  };
}
