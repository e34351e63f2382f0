import { addMonths, dayOf, latestDayOfMonth } from "./calendar.ts";
import { type Fleet, STREAM, streamOf } from "./fleet.ts";
import { includedBytes, isLongTerm } from "./plans.ts";
import { between } from "./random.ts";
import type { Sim } from "./sims.ts";

export type QuotaType = "data" | "sms";

/** What counts against a quota at one instant: bytes of a session, or one message to the device. */
export interface Spending {
  readonly atMs: number;
  readonly amount: number;
}

export interface Quota {
  readonly type: QuotaType;
  readonly total: number;
  readonly used: number;
  /** Null while the SIM was never activated. */
  readonly expiresDay: number | null;
  readonly thresholdAtMs: readonly number[];
  readonly exhaustedAtMs: readonly number[];
}

const LONG_TERM_YEARS = 10;
const THRESHOLD = 0.8;

/**
 * A monthly plan starts anew on the activation's day of the month; a long-term volume counts from the
 * activation, with what was used before the first record estimated from the SIM's mean.
 */
export function quotaAt(
  fleet: Fleet,
  sim: Sim,
  type: QuotaType,
  spendings: readonly Spending[],
  nowMs: number,
): Quota {
  const included = type === "data" ? includedBytes(sim.plan) : sim.plan.included_sms;
  if (sim.activatedAtMs === null) {
    return {
      type,
      total: included,
      used: 0,
      expiresDay: null,
      thresholdAtMs: [],
      exhaustedAtMs: [],
    };
  }
  const periodOf = periodsOf(sim, dayOf(sim.activatedAtMs));
  const before = isLongTerm(sim.plan) ? usedBefore(fleet, sim, type) : 0;
  const atBase = spent(spendings, periodOf, before, fleet.baseMs);
  const total = included * bucketsFor(fleet, sim, type, atBase, included);
  const marks = crossings(spendings, periodOf, before, total, nowMs);
  return {
    type,
    total,
    used: spent(spendings, periodOf, before, nowMs),
    expiresDay: isLongTerm(sim.plan)
      ? addMonths(clampDay(dayOf(sim.activatedAtMs)), 12 * LONG_TERM_YEARS)
      : addMonths(periodOf(dayOf(nowMs)), 1),
    ...marks,
  };
}

/** First day of the period that a day belongs to. */
function periodsOf(sim: Sim, activatedDay: number): (day: number) => number {
  if (isLongTerm(sim.plan)) return () => activatedDay;
  const dayOfMonth = Math.min(28, new Date(sim.activatedAtMs ?? 0).getUTCDate());
  return (day) => latestDayOfMonth(day, dayOfMonth);
}

/** The same date, or the 28th where a later one may be missing from another month. */
function clampDay(day: number): number {
  return latestDayOfMonth(day, Math.min(28, new Date(day * 86_400_000).getUTCDate()));
}

function usedBefore(fleet: Fleet, sim: Sim, type: QuotaType): number {
  const from = dayOf(sim.activatedAtMs ?? 0);
  const until = Math.min(
    fleet.firstDay,
    Number.isFinite(sim.endsAtMs) ? dayOf(sim.endsAtMs) : Infinity,
  );
  const days = Math.max(0, until - from);
  if (type === "sms") return Math.round(days * sim.smsPerDay * 0.62);
  const activeShare = sim.shape.profile === "silent" ? 0 : 0.95 * (1 - sim.shape.idleShare);
  return Math.round(days * sim.dailyBytes * activeShare);
}

function spent(
  spendings: readonly Spending[],
  periodOf: (day: number) => number,
  before: number,
  nowMs: number,
): number {
  const start = periodOf(dayOf(nowMs));
  let sum = before;
  for (const { atMs, amount } of spendings) {
    if (atMs <= nowMs && dayOf(atMs) >= start) sum += amount;
  }
  return sum;
}

/** Whoever needs more than the plan has topped it up, to very different degrees. */
function bucketsFor(
  fleet: Fleet,
  sim: Sim,
  type: QuotaType,
  used: number,
  included: number,
): number {
  if (included === 0) return 1;
  const random = streamOf(fleet, STREAM.quota, sim.index, type === "data" ? 1 : 2);
  return Math.max(1, Math.ceil(used / (included * between(random, 0.5, 1.13))));
}

function crossings(
  spendings: readonly Spending[],
  periodOf: (day: number) => number,
  before: number,
  total: number,
  nowMs: number,
): Pick<Quota, "thresholdAtMs" | "exhaustedAtMs"> {
  const thresholdAtMs: number[] = [];
  const exhaustedAtMs: number[] = [];
  let day = Number.NaN;
  let period = Number.NaN;
  let sum = before;
  for (const { atMs, amount } of spendings) {
    if (atMs > nowMs) break;
    if (dayOf(atMs) !== day) {
      day = dayOf(atMs);
      const current = periodOf(day);
      if (current !== period && !Number.isNaN(period)) sum = 0;
      period = current;
    }
    const after = sum + amount;
    if (sum < THRESHOLD * total && after >= THRESHOLD * total) thresholdAtMs.push(atMs);
    if (sum < total && after >= total) exhaustedAtMs.push(atMs);
    sum = after;
  }
  return { thresholdAtMs, exhaustedAtMs };
}
