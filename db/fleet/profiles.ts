import { weekdayOf } from "./calendar.ts";
import { at, between, chance, noise, pick, type Random, wholeBetween } from "./random.ts";
import type { Profile } from "./vocabulary.ts";

/** The weekday shapes of a "weekly" device, Monday first. */
const WEEKLY = [
  [1.15, 1.15, 1.1, 1.15, 1.2, 0.7, 0.55],
  [0.8, 0.85, 0.9, 0.95, 1.15, 1.3, 1.05],
  [1.5, 0.85, 0.85, 0.9, 0.9, 1.0, 1.0],
] as const;
const LONGEST_TREND = 4;

/** What makes one SIM's traffic its own, fixed for its life. */
export interface Shape {
  readonly profile: Profile;
  readonly weekdays: readonly number[];
  /** Day-to-day noise, the sigma of a log-normal. */
  readonly sigma: number;
  /** Share of days without a byte, by chance. */
  readonly idleShare: number;
  readonly anchorDay: number;
  readonly dailyGrowth: number;
  readonly shiftDay: number;
  readonly shiftFactor: number;
  readonly burstShare: number;
  readonly burstFactor: number;
}

/** `baseDay` is the day that the fleet was made for: trends pass through 1 there. */
export function drawShape(profile: Profile, random: Random, baseDay: number, days: number): Shape {
  const weekly = profile === "weekly" ? pick(random, WEEKLY) : null;
  return {
    profile,
    weekdays: weekly ?? (profile === "weekend-off" ? WEEKDAYS_ONLY : EVERY_DAY),
    sigma: profile === "bursty" ? 0.45 : between(random, 0.1, 0.28),
    idleShare: profile === "intermittent" ? between(random, 0.35, 0.75) : between(random, 0, 0.03),
    anchorDay: baseDay,
    dailyGrowth:
      profile === "trending" ? between(random, 0.003, 0.012) * pick(random, [1, 1, -1]) : 0,
    shiftDay: baseDay - wholeBetween(random, Math.ceil(days * 0.1), Math.ceil(days * 0.7)),
    shiftFactor: profile === "level-shift" ? pick(random, [0.3, 0.45, 1.9, 2.6, 3.2]) : 1,
    burstShare: profile === "bursty" ? between(random, 0.05, 0.12) : 0.002,
    burstFactor: between(random, 5, 11),
  };
}

const EVERY_DAY = [1, 1, 1, 1, 1, 1, 1] as const;
const WEEKDAYS_ONLY = [1.4, 1.4, 1.4, 1.4, 1.4, 0, 0] as const;

/** What to expect of a day as a multiple of the SIM's mean, chance left out. */
export function expectedFactor(shape: Shape, day: number): number {
  if (shape.profile === "silent") return 0;
  const trend = (1 + shape.dailyGrowth) ** (day - shape.anchorDay);
  const shift = day >= shape.shiftDay ? shape.shiftFactor : 1;
  const bounded = Math.min(LONGEST_TREND, Math.max(1 / LONGEST_TREND, trend));
  return at(shape.weekdays, weekdayOf(day)) * bounded * shift;
}

/** The day's traffic as a multiple of the SIM's mean; `random` must be the day's own. */
export function dayFactor(shape: Shape, day: number, random: Random): number {
  if (chance(random, shape.idleShare)) return 0;
  const burst = chance(random, shape.burstShare) ? shape.burstFactor : 1;
  return expectedFactor(shape, day) * burst * noise(random, shape.sigma);
}
