import { between, chance, normal, type Random, randomOf, wholeBetween } from "#db/fleet/random.ts";
import { gamma, pareto } from "../distributions.ts";

const MB = 1024 ** 2;

/** One way in which a device may use data, day by day; day 0 is a Monday. */
type Family = (random: Random, days: number) => (day: number) => number;

/**
 * Families of daily usage for tests and benchmarks. They know nothing of the demo fleet nor of the forecaster:
 * each is a mechanism of its own, with its own parameters drawn per series.
 */
export const FAMILIES = {
  "weekly-profile": (random) => {
    const level = volume(random);
    const shape = Array.from({ length: 7 }, () => between(random, 0.55, 1.5));
    const noise = between(random, 0.06, 0.3);
    return (day) => level * of(shape, day) * Math.exp(noise * normal(random));
  },
  "arma-noise": (random) => {
    const level = volume(random);
    const carry = between(random, 0.3, 0.9);
    const spread = between(random, 0.05, 0.15);
    const [sunday, monday] = [between(random, 0.7, 1.1), between(random, 0.9, 1.2)];
    let state = 0;
    let before = 0;
    return (day) => {
      const shock = spread * normal(random);
      state = carry * state + shock + 0.3 * before;
      before = shock;
      const weekly = day % 7 === 6 ? sunday : day % 7 === 0 ? monday : 1;
      return Math.max(0, level * (weekly + state));
    };
  },
  "trend-and-shifts": (random, days) => {
    const slope = between(random, -0.5, 1.1) / days;
    const shifts = Array.from({ length: wholeBetween(random, 0, 2) }, () => ({
      day: wholeBetween(random, 0, days),
      factor: Math.exp(between(random, -0.9, 0.9)),
    }));
    const level = volume(random);
    const weekend = between(random, 0.6, 1.3);
    const noise = between(random, 0.05, 0.18);
    return (day) =>
      shifts
        .filter((shift) => shift.day <= day)
        .reduce((product, shift) => product * shift.factor, level) *
      (1 + slope * day) *
      (day % 7 >= 5 ? weekend : 1) *
      Math.max(0, 1 + noise * normal(random));
  },
  croston: (random) => {
    const size = volume(random);
    const waits = between(random, 1.6, 9);
    const shape = wholeBetween(random, 1, 6);
    let next = wholeBetween(random, 0, 5);
    return (day) => {
      if (day < next) return 0;
      next = day + Math.max(1, Math.round(waits * gamma(random, 2)));
      return size * gamma(random, shape);
    };
  },
  bursty: (random) => {
    const base = volume(random) / 20;
    const starts = between(random, 0.04, 0.15);
    const tail = between(random, 1.15, 1.9);
    let burstDaysLeft = 0;
    return () => {
      if (burstDaysLeft === 0 && chance(random, starts)) burstDaysLeft = wholeBetween(random, 1, 3);
      const isBurst = burstDaysLeft > 0;
      if (isBurst) burstDaysLeft--;
      return base * Math.exp(0.5 * normal(random)) * (isBurst ? 6 * pareto(random, tail) : 1);
    };
  },
  "seasonal-drift": (random, days) => {
    const level = volume(random);
    const from = Array.from({ length: 7 }, () => between(random, 0.5, 1.5));
    const to = Array.from({ length: 7 }, () => between(random, 0.5, 1.5));
    const noise = between(random, 0.08, 0.2);
    return (day) => {
      const share = day / days;
      return level * (of(from, day) * (1 - share) + of(to, day) * share) * noisy(random, noise);
    };
  },
  "weekend-off": (random) => {
    const level = volume(random);
    const noise = between(random, 0.08, 0.35);
    const offDays = chance(random, 0.5) ? 2 : 1;
    const misses = between(random, 0, 0.04);
    return (day) =>
      day % 7 >= 7 - offDays || chance(random, misses) ? 0 : level * noisy(random, noise);
  },
  "ramp-up": (random, days) => {
    const level = volume(random);
    const middle = between(random, 0.1, 0.8) * days;
    const width = between(random, 0.04, 0.2) * days;
    const start = between(random, 0.02, 0.3);
    const noise = between(random, 0.08, 0.22);
    return (day) =>
      level * (start + (1 - start) / (1 + Math.exp((middle - day) / width))) * noisy(random, noise);
  },
  "random-walk": (random) => {
    const level = volume(random);
    const step = between(random, 0.02, 0.09);
    const pull = between(random, 0, 0.06);
    const weekend = between(random, 0.75, 1.05);
    let state = 0;
    return (day) => {
      state = (1 - pull) * state + step * normal(random);
      return level * Math.exp(state) * (day % 7 >= 5 ? weekend : 1) * noisy(random, 0.03);
    };
  },
  "heavy-zeros": (random) => {
    const size = volume(random);
    const talks = between(random, 0.04, 0.25);
    const spread = between(random, 0.4, 1.3);
    return () => (chance(random, talks) ? size * Math.exp(spread * normal(random)) : 0);
  },
  death: (random, days) => {
    const level = volume(random);
    const last = between(random, 0.25, 0.7) * days;
    return (day) => (day > last ? 0 : level * noisy(random, 0.2));
  },
} satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as FamilyName[];

/** `days` daily volumes in whole bytes; the same for the same name and seed. */
export function seriesOf(name: FamilyName, seed: number, days: number): Float64Array {
  const random = randomOf(seed, FAMILY_NAMES.indexOf(name));
  const usage = (FAMILIES[name] as Family)(random, days);
  return Float64Array.from({ length: days }, (_, day) => Math.max(0, Math.round(usage(day))));
}

const volume = (random: Random): number => MB * 10 ** between(random, -0.7, 2.3);
const of = (shape: readonly number[], day: number): number => shape[day % 7] ?? 1;
const noisy = (random: Random, spread: number): number => Math.max(0, 1 + spread * normal(random));
