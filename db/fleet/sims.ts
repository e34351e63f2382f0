import { DAY_MS, dayOf, SECOND_MS, startOfDay } from "./calendar.ts";
import { type Customer, type Fleet, STREAM, streamOf } from "./fleet.ts";
import { type Identifiers, identifiersOf } from "./identifiers.ts";
import { firmwareCustomer, type Incident, incidentOf } from "./incidents.ts";
import { choosePlan, expectedShare } from "./plans.ts";
import { drawShape, type Shape } from "./profiles.ts";
import {
  at,
  between,
  chance,
  logBetween,
  pick,
  type Random,
  weighted,
  weightedAt,
} from "./random.ts";
import type { NetworkEntry, PlanEntry, Profile } from "./vocabulary.ts";

export type Status = "active" | "inactive" | "suspended" | "deactivated";

/** One SIM, its habits and its fate; its rows follow from it, day by day. */
export interface Sim extends Identifiers {
  readonly index: number;
  readonly customer: Customer;
  readonly tags: readonly string[];
  readonly rat: string;
  readonly plan: PlanEntry;
  readonly home: NetworkEntry;
  readonly homeOperator: string;
  /** Crosses borders now and then. */
  readonly isRoamer: boolean;
  /** Mean traffic of a day, bytes. */
  readonly dailyBytes: number;
  readonly uploadShare: number;
  readonly sessionsPerDay: number;
  readonly peakHour: number;
  readonly smsPerDay: number;
  readonly shape: Shape;
  readonly status: Status;
  readonly createdAtMs: number;
  readonly activatedAtMs: number | null;
  readonly deactivatedAtMs: number | null;
  /** From here on nothing is heard: suspended, closed, or simply gone. */
  readonly endsAtMs: number;
  readonly incident: Incident | null;
}

const GOLDEN = 0.618_033_988_749_895;
const HISTORY_DAYS = 730;
const CHATTY_SHARE = 0.2;

export function simAt(fleet: Fleet, index: number): Sim {
  const incident = incidentOf(fleet, index);
  const random = streamOf(fleet, STREAM.identity, index);
  const customer = customerOf(fleet, index, incident);
  const status = incident ? "active" : weighted(random, STATUSES);
  const life = lifeOf(fleet, status, incident, streamOf(fleet, STREAM.behaviour, index));
  const home = weighted(
    random,
    fleet.vocabulary.networks.map((network) => [network, network.share]),
  );
  const { traits } = customer;
  const usualBytes = logBetween(random, ...traits.dailyMb) * 1024 ** 2;
  const plan = choosePlan(fleet.vocabulary.rate_plans, usualBytes, random);
  const profile = profileOf(fleet, incident, random);
  return {
    ...identifiersOf(fleet, index, customer.device),
    ...life,
    index,
    incident,
    customer,
    status,
    home,
    homeOperator: pick(random, home.operators),
    rat: weighted(random, traits.rats),
    isRoamer: traits.isMobile && chance(random, 0.4),
    tags: tagsOf(fleet, customer, random),
    plan,
    dailyBytes: chance(random, CHATTY_SHARE) ? chattyBytes(plan, usualBytes, random) : usualBytes,
    uploadShare: between(random, ...traits.uploadShare),
    sessionsPerDay: weighted(random, [
      [1, 0.7],
      [2, 0.22],
      [3, 0.08],
    ]),
    peakHour: traits.peakHour === null ? random() * 24 : traits.peakHour + between(random, -2, 2),
    smsPerDay:
      traits.smsPerDay *
      (chance(random, 0.04) ? between(random, 10, 22) : between(random, 0.2, 1.6)),
    shape: drawShape(profile, random, fleet.baseDay, fleet.days),
  };
}

const STATUSES = [
  ["active", 0.815],
  ["inactive", 0.1],
  ["suspended", 0.055],
  ["deactivated", 0.03],
] as const;

/** Some devices need about all of their plan, or more. */
function chattyBytes(plan: PlanEntry, usualBytes: number, random: Random): number {
  const full = usualBytes / expectedShare(plan, usualBytes);
  return Math.min(usualBytes * 10, Math.max(usualBytes, full * between(random, 0.75, 1.8)));
}

/** Low-discrepancy, so that even a small fleet has every customer by its share. */
function customerOf(fleet: Fleet, index: number, incident: Incident | null): Customer {
  if (incident?.kind === "firmware-loop") return at(fleet.customers, firmwareCustomer(fleet));
  const phase = streamOf(fleet, STREAM.fleet, 3)();
  const point = (phase + (index + 1) * GOLDEN) % 1;
  return weightedAt(
    fleet.customers.map((customer) => [customer, customer.share]),
    point,
  );
}

const PROFILE_WEIGHT: Readonly<Record<Profile, number>> = {
  steady: 0.22,
  weekly: 0.24,
  "weekend-off": 0.12,
  trending: 0.1,
  "level-shift": 0.08,
  intermittent: 0.12,
  bursty: 0.08,
  silent: 0.04,
};

/** An incident has to show, so it is planted on a device whose normal days are regular. */
function profileOf(fleet: Fleet, incident: Incident | null, random: Random): Profile {
  const all = fleet.vocabulary.usage_profiles;
  const regular = all.filter((profile) => profile === "steady" || profile === "weekly");
  const choice = incident && regular.length > 0 ? regular : all;
  return weighted(
    random,
    choice.map((profile) => [profile, PROFILE_WEIGHT[profile]]),
  );
}

function tagsOf(fleet: Fleet, customer: Customer, random: Random): readonly string[] {
  const extra = fleet.vocabulary.extra_tags.filter(() => chance(random, 0.07));
  return [...new Set([customer.tag, ...extra])];
}

type Life = Pick<Sim, "createdAtMs" | "activatedAtMs" | "deactivatedAtMs" | "endsAtMs">;

function lifeOf(fleet: Fleet, status: Status, incident: Incident | null, random: Random): Life {
  const youngestDays = incident ? Math.min(100, fleet.days) : 0.2;
  const ageDays = youngestDays + random() ** 1.3 * (HISTORY_DAYS - youngestDays);
  const activatedAtMs = wholeSecond(fleet.baseMs - ageDays * DAY_MS);
  const createdAtMs = wholeSecond(activatedAtMs - between(random, 0.5, 40) * DAY_MS);
  const lived = (share: number) =>
    wholeSecond(activatedAtMs + share * (fleet.baseMs - activatedAtMs));
  const common = { createdAtMs, activatedAtMs, deactivatedAtMs: null };
  switch (status) {
    case "active":
      return { ...common, endsAtMs: incident ? Infinity : goneAt(fleet, activatedAtMs, random) };
    case "inactive":
      // Tried once at delivery and put on the shelf; the rest never met a network.
      return {
        ...common,
        activatedAtMs: null,
        endsAtMs: chance(random, 0.75)
          ? wholeSecond(createdAtMs + between(random, 0.01, 0.4) * DAY_MS)
          : 0,
      };
    case "suspended": {
      const recent = fleet.baseMs - between(random, 0.5, Math.min(70, ageDays * 0.9)) * DAY_MS;
      const endsAtMs = chance(random, 0.8) ? recent : lived(between(random, 0.3, 0.95));
      return { ...common, endsAtMs: wholeSecond(Math.max(activatedAtMs + 60_000, endsAtMs)) };
    }
    case "deactivated": {
      const deactivatedAtMs = lived(between(random, 0.3, 0.97));
      return { ...common, deactivatedAtMs, endsAtMs: deactivatedAtMs };
    }
  }
}

/** Some active devices broke, ran flat or were never switched on. */
function goneAt(fleet: Fleet, activatedAtMs: number, random: Random): number {
  if (chance(random, 0.015)) return 0;
  if (!chance(random, 0.07)) return Infinity;
  const daysAgo = weighted(random, [
    [between(random, 1.2, 7), 0.35],
    [between(random, 7, 30), 0.3],
    [between(random, 30, 120), 0.35],
  ]);
  return wholeSecond(Math.max(activatedAtMs + DAY_MS / 2, fleet.baseMs - daysAgo * DAY_MS));
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / SECOND_MS) * SECOND_MS;
}

/** Whether the SIM carries traffic at this instant. */
export function isAlive(sim: Sim, ms: number): boolean {
  return sim.activatedAtMs !== null && ms >= sim.activatedAtMs && ms < sim.endsAtMs;
}

/** The days on which anything can happen, as far as `nowMs`; null when there are none. */
export function aliveDays(
  sim: Sim,
  fromDay: number,
  nowMs: number,
): readonly [number, number] | null {
  if (sim.activatedAtMs === null) return null;
  const first = Math.max(fromDay, dayOf(sim.activatedAtMs));
  const last = Math.min(dayOf(nowMs), dayOf(Math.min(sim.endsAtMs, nowMs)));
  return first <= last && startOfDay(first) <= nowMs ? [first, last] : null;
}
