import {
  between,
  chance,
  noise,
  normal,
  pick,
  type Random,
  wholeBetween,
} from "#db/fleet/random.ts";
import { gamma, pareto, poisson } from "../distributions.ts";

/** How a device behaves when nothing is wrong: a function draws the device, which then gives each day's volume. */
export type Family = (random: Random, days: number) => (day: number) => number;

export type FamilyClass = "regular" | "bursty" | "intermittent" | "shifting";

export interface Kind {
  readonly family: Family;
  readonly class: FamilyClass;
}

const MEGABYTE = 1_048_576;

/** Sizes from a meter's 20 kB to a camera's 2 GB a day. */
export const size = (random: Random) => MEGABYTE * 10 ** between(random, -1.7, 3.3);

function weekShape(random: Random, depth: number): number[] {
  const turn = wholeBetween(random, 0, 6);
  return Array.from(
    { length: 7 },
    (_, i) => 1 + depth * Math.sin((2 * Math.PI * (i + turn)) / 7) + 0.15 * depth * normal(random),
  ).map((factor) => Math.max(0.08, factor));
}

const steady: Family = (random) => {
  const mean = size(random);
  const sigma = between(random, 0.05, 0.3);
  return () => mean * noise(random, sigma);
};

const weekly: Family = (random) => {
  const mean = size(random);
  const shape = weekShape(random, between(random, 0.25, 0.6));
  const sigma = between(random, 0.07, 0.25);
  return (day) => mean * (shape[day % 7] ?? 1) * noise(random, sigma);
};

/** Nothing, or next to nothing, on two days of the week. */
const weekendOff: Family = (random) => {
  const mean = size(random);
  const saturday = wholeBetween(random, 0, 6);
  const idle = pick(random, [0, 0, 0.01, 0.06]);
  const sigma = between(random, 0.08, 0.3);
  return (day) => mean * ((day + 7 - saturday) % 7 < 2 ? idle : 1) * noise(random, sigma);
};

const trend: Family = (random, days) => {
  const mean = size(random);
  const growth = Math.log(between(random, 1.5, 3.5)) * pick(random, [1, 1, -1]);
  const shape = weekShape(random, between(random, 0, 0.35));
  const sigma = between(random, 0.08, 0.25);
  return (day) =>
    mean * Math.exp((growth * day) / days) * (shape[day % 7] ?? 1) * noise(random, sigma);
};

const seasonalDrift: Family = (random) => {
  const mean = size(random);
  const swing = between(random, 0.2, 0.5);
  const periodDays = between(random, 90, 365);
  const phase = between(random, 0, 2 * Math.PI);
  const shape = weekShape(random, between(random, 0, 0.4));
  const sigma = between(random, 0.08, 0.22);
  return (day) =>
    mean *
    (1 + swing * Math.sin((2 * Math.PI * day) / periodDays + phase)) *
    (shape[day % 7] ?? 1) *
    noise(random, sigma);
};

/** Skewed noise and days that hang together. */
const noisy: Family = (random) => {
  const mean = size(random);
  const shape = between(random, 4, 12);
  const memory = between(random, 0, 0.5);
  let wander = 0;
  return () => {
    wander = memory * wander + 0.12 * normal(random);
    return mean * Math.exp(wander) * gamma(random, shape);
  };
};

/** Steady, with a day left out now and then. */
const forgetful: Family = (random) => {
  const mean = size(random);
  const missed = between(random, 0.01, 0.05);
  const sigma = between(random, 0.08, 0.25);
  return () => (chance(random, missed) ? 0 : mean * noise(random, sigma));
};

const rampUp: Family = (random) => {
  const mean = size(random);
  const fullAfterDays = between(random, 20, 70);
  const sigma = between(random, 0.08, 0.25);
  return (day) => mean * (1 - 0.95 * Math.exp((-3 * day) / fullAfterDays)) * noise(random, sigma);
};

/** Another level for good: a new firmware, another job. */
const shifted: Family = (random, days) => {
  const mean = size(random);
  const from = wholeBetween(random, Math.round(days * 0.25), Math.round(days * 0.75));
  const factor = pick(random, [0.35, 0.5, 1.8, 2.5, 4]);
  const sigma = between(random, 0.08, 0.25);
  return (day) => mean * (day >= from ? factor : 1) * noise(random, sigma);
};

/** Reports by chance, or every few days. */
const intermittent: Family = (random) => {
  const mean = size(random);
  const talks = between(random, 0.15, 0.6);
  const isClocked = chance(random, 0.3);
  const everyDays = wholeBetween(random, 2, 6);
  const sigma = between(random, 0.2, 0.8);
  return (day) =>
    (isClocked ? day % everyDays === 0 : chance(random, talks)) ? mean * noise(random, sigma) : 0;
};

/** A low hum and bursts of heavy-tailed size, one to three days long. */
const bursty: Family = (random) => {
  const mean = size(random);
  const starts = between(random, 0.03, 0.12);
  const alpha = between(random, 1.6, 3);
  const sigma = between(random, 0.2, 0.5);
  let left = 0;
  let height = 1;
  return () => {
    if (left > 0) left--;
    else if (chance(random, starts)) {
      left = wholeBetween(random, 0, 2);
      height = 3 * pareto(random, alpha);
    } else height = 1;
    return mean * height * noise(random, sigma);
  };
};

/** Few messages a day, each of the same size. */
const counted: Family = (random) => {
  const messages = between(random, 8, 60);
  const bytes = between(random, 200, 4000);
  return () => bytes * poisson(random, messages);
};

/** Busier on some dates of a month of 30 days, as billing and backups are. */
const monthly: Family = (random) => {
  const mean = size(random);
  const payday = wholeBetween(random, 0, 29);
  const peak = between(random, 1.5, 2.2);
  const sigma = between(random, 0.08, 0.2);
  return (day) => mean * (day % 30 === payday ? peak : 1) * noise(random, sigma);
};

/** Two jobs that take turns by the week's day, additive noise. */
const twoJobs: Family = (random) => {
  const mean = size(random);
  const busy = new Set([
    wholeBetween(random, 0, 6),
    wholeBetween(random, 0, 6),
    wholeBetween(random, 0, 6),
  ]);
  const spread = between(random, 0.04, 0.15);
  return (day) => Math.max(0, mean * ((busy.has(day % 7) ? 1.6 : 0.8) + spread * normal(random)));
};

/** Trips: some days on the road, some days in the yard. */
const trips: Family = (random) => {
  const mean = size(random);
  const goes = between(random, 0.1, 0.3);
  const stays = between(random, 0.2, 0.5);
  const sigma = between(random, 0.3, 0.7);
  let isAway = false;
  return () => {
    isAway = isAway ? !chance(random, stays) : chance(random, goes);
    return isAway ? mean * noise(random, sigma) : 0;
  };
};

/** Noise of many sizes: most days alike, some far off. */
const heavyTailed: Family = (random) => {
  const mean = size(random);
  const sigma = between(random, 0.5, 0.9);
  return () => mean * noise(random, sigma) * gamma(random, 2);
};

/** Those that thresholds may be chosen on. */
export const FAMILIES: Readonly<Record<string, Kind>> = {
  steady: { family: steady, class: "regular" },
  weekly: { family: weekly, class: "regular" },
  "weekend off": { family: weekendOff, class: "regular" },
  trend: { family: trend, class: "regular" },
  "seasonal drift": { family: seasonalDrift, class: "regular" },
  noisy: { family: noisy, class: "regular" },
  "ramp-up": { family: rampUp, class: "regular" },
  intermittent: { family: intermittent, class: "intermittent" },
  bursty: { family: bursty, class: "bursty" },
  shifted: { family: shifted, class: "shifting" },
  counted: { family: counted, class: "regular" },
  forgetful: { family: forgetful, class: "regular" },
  monthly: { family: monthly, class: "regular" },
  "two jobs": { family: twoJobs, class: "regular" },
  trips: { family: trips, class: "intermittent" },
  "heavy-tailed": { family: heavyTailed, class: "bursty" },
};
