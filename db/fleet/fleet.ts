import { DAY_MS, dayOf } from "./calendar.ts";
import { type Device, deviceOf } from "./devices.ts";
import { hashOf, type Random, randomOf } from "./random.ts";
import type { CustomerEntry, Vocabulary } from "./vocabulary.ts";

/** Keeps the random streams of different nouns apart. */
export const STREAM = {
  identity: 1,
  behaviour: 2,
  incident: 3,
  day: 4,
  network: 5,
  events: 6,
  sms: 7,
  alerts: 8,
  tickets: 9,
  audit: 10,
  quota: 11,
  derived: 12,
  fleet: 13,
} as const;

export interface Customer extends CustomerEntry {
  readonly traits: Device;
}

/** Everything that the rows of one organisation's fleet are a pure function of. */
export interface Fleet {
  readonly vocabulary: Vocabulary;
  readonly organizationName: string;
  readonly customers: readonly Customer[];
  /** From the seed and the organisation's name, so that each organisation differs. */
  readonly seed: number;
  readonly sims: number;
  readonly days: number;
  /** The instant the fleet was made for; it stays when the fleet grows. */
  readonly baseMs: number;
  readonly baseDay: number;
  /** First day with records: `days` full days come before the one of `baseMs`. */
  readonly firstDay: number;
}

export interface FleetArguments {
  readonly vocabulary: Vocabulary;
  readonly organizationName: string;
  readonly seed: number;
  readonly sims: number;
  readonly days: number;
  readonly now: Date;
}

export function defineFleet(given: FleetArguments): Fleet {
  const { vocabulary, organizationName, sims, days } = given;
  const baseMs = Math.floor(given.now.getTime() / 1000) * 1000;
  const baseDay = dayOf(baseMs);
  return {
    vocabulary,
    organizationName,
    customers: vocabulary.customers.map((entry) => ({ ...entry, traits: deviceOf(entry) })),
    seed: hashOf(`${given.seed}:${organizationName}`),
    sims,
    days,
    baseMs,
    baseDay,
    firstDay: baseDay - days,
  };
}

/** The random stream of one noun of one SIM, and of one day where `day` is given. */
export function streamOf(fleet: Fleet, stream: number, index: number, day = 0): Random {
  return randomOf(fleet.seed, stream, index, day);
}

/** How much of today had passed at the base instant, 0–1. */
export function shareOfBaseDay(fleet: Fleet): number {
  return (fleet.baseMs % DAY_MS) / DAY_MS;
}

/**
 * A chance per SIM and day of something of which a fleet has about `perSimDay`, raised in a small
 * fleet so that about `atLeast` happen in its whole window.
 */
export function dailyChance(fleet: Fleet, perSimDay: number, atLeast: number): number {
  return Math.min(0.5, Math.max(perSimDay, atLeast / (fleet.sims * fleet.days)));
}
