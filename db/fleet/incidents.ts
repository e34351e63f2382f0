import { startOfDay } from "./calendar.ts";
import { type Fleet, STREAM, shareOfBaseDay, streamOf } from "./fleet.ts";
import { at, between, chance, pick, weighted, wholeBetween } from "./random.ts";
import type { IncidentKind } from "./vocabulary.ts";

export interface Incident {
  readonly kind: IncidentKind;
  readonly startsAtMs: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** What the day's traffic is multiplied by. */
  readonly factor: number;
  readonly isAbroad: boolean;
  readonly changesImei: boolean;
}

const OLDEST_DAYS = 58;

/**
 * The incident planted on this SIM, if any. Spread evenly over the fleet: every 1/share-th SIM, the
 * kinds in turn, so that even a small fleet has several.
 */
export function incidentOf(fleet: Fleet, index: number): Incident | null {
  const ordinal = ordinalOf(fleet, index);
  const kinds = plantable(fleet);
  if (ordinal === null || kinds.length === 0) return null;
  const kind = at(kinds, ordinal % kinds.length);
  // A firmware release hits its cohort at one time, so that time is the fleet's and not the SIM's.
  const random = streamOf(fleet, STREAM.incident, kind === "firmware-loop" ? -1 : index);
  const firstDay = fleet.baseDay - daysAgo(fleet, random);
  const dayShare = firstDay === fleet.baseDay ? shareOfBaseDay(fleet) : 1;
  return {
    kind,
    firstDay,
    lastDay: firstDay + between(random, ...LENGTH_DAYS[kind]) - 1,
    startsAtMs:
      startOfDay(firstDay) + Math.floor(between(random, 0.05, 0.95) * dayShare * 86_400) * 1000,
    factor: between(random, ...FACTOR[kind]),
    isAbroad: kind === "stolen-sim" || kind === "roaming",
    changesImei: kind === "stolen-sim" || kind === "imei-change",
  };
}

export function isDuring(incident: Incident | null, day: number): incident is Incident {
  return incident !== null && day >= incident.firstDay && day <= incident.lastDay;
}

/** The customer whose devices got the bad firmware. */
export function firmwareCustomer(fleet: Fleet): number {
  return wholeBetween(streamOf(fleet, STREAM.fleet, 1), 0, fleet.customers.length - 1);
}

/** Days from the first; fractions round down. */
const LENGTH_DAYS: Readonly<Record<IncidentKind, readonly [number, number]>> = {
  spike: [1, 2.9],
  drop: [5, 16],
  silence: [5, 15],
  "stolen-sim": [2, 5.9],
  roaming: [3, 10],
  "imei-change": [1, 1],
  "firmware-loop": [3, 3],
};

const FACTOR: Readonly<Record<IncidentKind, readonly [number, number]>> = {
  spike: [8, 18],
  drop: [0.05, 0.18],
  silence: [0, 0],
  "stolen-sim": [15, 40],
  roaming: [0.8, 1.6],
  "imei-change": [1, 1],
  "firmware-loop": [4, 6],
};

function ordinalOf(fleet: Fleet, index: number): number | null {
  const share = fleet.vocabulary.incidents.share_of_sims;
  const phase = streamOf(fleet, STREAM.fleet, 2)();
  const before = Math.floor(index * share + phase);
  return Math.floor((index + 1) * share + phase) > before ? before : null;
}

function plantable(fleet: Fleet): readonly IncidentKind[] {
  const { networks, incidents } = fleet.vocabulary;
  return incidents.kinds.filter((kind) => kind !== "roaming" || networks.length > 1);
}

function daysAgo(fleet: Fleet, random: () => number): number {
  const oldest = Math.max(0, Math.min(OLDEST_DAYS, fleet.days - 8));
  const days = chance(random, 0.2)
    ? pick(random, [0, 1])
    : weighted(random, [
        [wholeBetween(random, 1, 6), 0.3],
        [wholeBetween(random, 7, 20), 0.3],
        [wholeBetween(random, 21, OLDEST_DAYS), 0.4],
      ]);
  return Math.min(days, oldest);
}
