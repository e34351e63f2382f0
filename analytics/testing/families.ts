import { Dice } from "./dice.ts";

const MB = 1024 ** 2;

/** One way in which a device may use data, day by day; day 0 is a Monday. */
type Family = (dice: Dice, days: number) => (day: number) => number;

/**
 * Families of daily usage for tests and benchmarks. They know nothing of the demo fleet nor of the forecaster:
 * each is a mechanism of its own, with its own parameters drawn per series.
 */
export const FAMILIES = {
  "weekly-profile": (dice) => {
    const level = volume(dice);
    const shape = Array.from({ length: 7 }, () => dice.between(0.55, 1.5));
    const noise = dice.between(0.06, 0.3);
    return (day) => level * of(shape, day) * Math.exp(noise * dice.normal());
  },
  "arma-noise": (dice) => {
    const level = volume(dice);
    const carry = dice.between(0.3, 0.9);
    const spread = dice.between(0.05, 0.15);
    const [sunday, monday] = [dice.between(0.7, 1.1), dice.between(0.9, 1.2)];
    let state = 0;
    let before = 0;
    return (day) => {
      const shock = spread * dice.normal();
      state = carry * state + shock + 0.3 * before;
      before = shock;
      const weekly = day % 7 === 6 ? sunday : day % 7 === 0 ? monday : 1;
      return Math.max(0, level * (weekly + state));
    };
  },
  "trend-and-shifts": (dice, days) => {
    const slope = dice.between(-0.5, 1.1) / days;
    const shifts = Array.from({ length: dice.whole(0, 2) }, () => ({
      day: dice.whole(0, days),
      factor: Math.exp(dice.between(-0.9, 0.9)),
    }));
    const level = volume(dice);
    const weekend = dice.between(0.6, 1.3);
    const noise = dice.between(0.05, 0.18);
    return (day) =>
      shifts
        .filter((shift) => shift.day <= day)
        .reduce((product, shift) => product * shift.factor, level) *
      (1 + slope * day) *
      (day % 7 >= 5 ? weekend : 1) *
      Math.max(0, 1 + noise * dice.normal());
  },
  croston: (dice) => {
    const size = volume(dice);
    const waits = dice.between(1.6, 9);
    const shape = dice.whole(1, 6);
    let next = dice.whole(0, 5);
    return (day) => {
      if (day < next) return 0;
      next = day + Math.max(1, Math.round(waits * dice.erlang(2)));
      return size * dice.erlang(shape);
    };
  },
  bursty: (dice) => {
    const base = volume(dice) / 20;
    const chance = dice.between(0.04, 0.15);
    const tail = dice.between(1.15, 1.9);
    let burstDaysLeft = 0;
    return () => {
      if (burstDaysLeft === 0 && dice.isHit(chance)) burstDaysLeft = dice.whole(1, 3);
      const isBurst = burstDaysLeft > 0;
      if (isBurst) burstDaysLeft--;
      return base * Math.exp(0.5 * dice.normal()) * (isBurst ? 6 * dice.pareto(tail) : 1);
    };
  },
  "seasonal-drift": (dice, days) => {
    const level = volume(dice);
    const from = Array.from({ length: 7 }, () => dice.between(0.5, 1.5));
    const to = Array.from({ length: 7 }, () => dice.between(0.5, 1.5));
    const noise = dice.between(0.08, 0.2);
    return (day) => {
      const share = day / days;
      return level * (of(from, day) * (1 - share) + of(to, day) * share) * noisy(dice, noise);
    };
  },
  "weekend-off": (dice) => {
    const level = volume(dice);
    const noise = dice.between(0.08, 0.35);
    const offDays = dice.isHit(0.5) ? 2 : 1;
    const misses = dice.between(0, 0.04);
    return (day) => (day % 7 >= 7 - offDays || dice.isHit(misses) ? 0 : level * noisy(dice, noise));
  },
  "ramp-up": (dice, days) => {
    const level = volume(dice);
    const middle = dice.between(0.1, 0.8) * days;
    const width = dice.between(0.04, 0.2) * days;
    const start = dice.between(0.02, 0.3);
    const noise = dice.between(0.08, 0.22);
    return (day) =>
      level * (start + (1 - start) / (1 + Math.exp((middle - day) / width))) * noisy(dice, noise);
  },
  "random-walk": (dice) => {
    const level = volume(dice);
    const step = dice.between(0.02, 0.09);
    const pull = dice.between(0, 0.06);
    const weekend = dice.between(0.75, 1.05);
    let state = 0;
    return (day) => {
      state = (1 - pull) * state + step * dice.normal();
      return level * Math.exp(state) * (day % 7 >= 5 ? weekend : 1) * noisy(dice, 0.03);
    };
  },
  "heavy-zeros": (dice) => {
    const size = volume(dice);
    const chance = dice.between(0.04, 0.25);
    const spread = dice.between(0.4, 1.3);
    return () => (dice.isHit(chance) ? size * Math.exp(spread * dice.normal()) : 0);
  },
  death: (dice, days) => {
    const level = volume(dice);
    const last = dice.between(0.25, 0.7) * days;
    return (day) => (day > last ? 0 : level * noisy(dice, 0.2));
  },
} satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as FamilyName[];

/** `days` daily volumes in whole bytes; the same for the same name and seed. */
export function seriesOf(name: FamilyName, seed: number, days: number): Float64Array {
  const dice = new Dice(seed * 131 + FAMILY_NAMES.indexOf(name));
  const usage = (FAMILIES[name] as Family)(dice, days);
  return Float64Array.from({ length: days }, (_, day) => Math.max(0, Math.round(usage(day))));
}

const volume = (dice: Dice): number => MB * 10 ** dice.between(-0.7, 2.3);
const of = (shape: readonly number[], day: number): number => shape[day % 7] ?? 1;
const noisy = (dice: Dice, spread: number): number => Math.max(0, 1 + spread * dice.normal());
