import type { Dice } from "./dice.ts";

/** How a device behaves when nothing is wrong: a function draws the device, which then gives each day's volume. */
export type Family = (chance: Dice, days: number) => (day: number) => number;

export type FamilyClass = "regular" | "bursty" | "intermittent" | "shifting";

export interface Kind {
  readonly family: Family;
  readonly class: FamilyClass;
}

const MEGABYTE = 1_048_576;

/** Sizes from a meter's 20 kB to a camera's 2 GB a day. */
export const size = (chance: Dice) => MEGABYTE * 10 ** chance.uniform(-1.7, 3.3);
export const logNormal = (chance: Dice, sigma: number) =>
  Math.exp(sigma * chance.normal() - sigma ** 2 / 2);

function weekShape(chance: Dice, depth: number): number[] {
  const turn = chance.whole(0, 6);
  return Array.from(
    { length: 7 },
    (_, i) => 1 + depth * Math.sin((2 * Math.PI * (i + turn)) / 7) + 0.15 * depth * chance.normal(),
  ).map((factor) => Math.max(0.08, factor));
}

const steady: Family = (chance) => {
  const mean = size(chance);
  const sigma = chance.uniform(0.05, 0.3);
  return () => mean * logNormal(chance, sigma);
};

const weekly: Family = (chance) => {
  const mean = size(chance);
  const shape = weekShape(chance, chance.uniform(0.25, 0.6));
  const sigma = chance.uniform(0.07, 0.25);
  return (day) => mean * (shape[day % 7] ?? 1) * logNormal(chance, sigma);
};

/** Nothing, or next to nothing, on two days of the week. */
const weekendOff: Family = (chance) => {
  const mean = size(chance);
  const saturday = chance.whole(0, 6);
  const idle = chance.pick([0, 0, 0.01, 0.06]);
  const sigma = chance.uniform(0.08, 0.3);
  return (day) => mean * ((day + 7 - saturday) % 7 < 2 ? idle : 1) * logNormal(chance, sigma);
};

const trend: Family = (chance, days) => {
  const mean = size(chance);
  const growth = Math.log(chance.uniform(1.5, 3.5)) * chance.pick([1, 1, -1]);
  const shape = weekShape(chance, chance.uniform(0, 0.35));
  const sigma = chance.uniform(0.08, 0.25);
  return (day) =>
    mean * Math.exp((growth * day) / days) * (shape[day % 7] ?? 1) * logNormal(chance, sigma);
};

const seasonalDrift: Family = (chance) => {
  const mean = size(chance);
  const swing = chance.uniform(0.2, 0.5);
  const periodDays = chance.uniform(90, 365);
  const phase = chance.uniform(0, 2 * Math.PI);
  const shape = weekShape(chance, chance.uniform(0, 0.4));
  const sigma = chance.uniform(0.08, 0.22);
  return (day) =>
    mean *
    (1 + swing * Math.sin((2 * Math.PI * day) / periodDays + phase)) *
    (shape[day % 7] ?? 1) *
    logNormal(chance, sigma);
};

/** Skewed noise and days that hang together. */
const noisy: Family = (chance) => {
  const mean = size(chance);
  const shape = chance.uniform(4, 12);
  const memory = chance.uniform(0, 0.5);
  let wander = 0;
  return () => {
    wander = memory * wander + 0.12 * chance.normal();
    return mean * Math.exp(wander) * chance.gamma(shape);
  };
};

/** Steady, with a day left out now and then. */
const forgetful: Family = (chance) => {
  const mean = size(chance);
  const missed = chance.uniform(0.01, 0.05);
  const sigma = chance.uniform(0.08, 0.25);
  return () => (chance.isTrue(missed) ? 0 : mean * logNormal(chance, sigma));
};

const rampUp: Family = (chance) => {
  const mean = size(chance);
  const fullAfterDays = chance.uniform(20, 70);
  const sigma = chance.uniform(0.08, 0.25);
  return (day) =>
    mean * (1 - 0.95 * Math.exp((-3 * day) / fullAfterDays)) * logNormal(chance, sigma);
};

/** Another level for good: a new firmware, another job. */
const shifted: Family = (chance, days) => {
  const mean = size(chance);
  const from = chance.whole(Math.round(days * 0.25), Math.round(days * 0.75));
  const factor = chance.pick([0.35, 0.5, 1.8, 2.5, 4]);
  const sigma = chance.uniform(0.08, 0.25);
  return (day) => mean * (day >= from ? factor : 1) * logNormal(chance, sigma);
};

/** Reports by chance, or every few days. */
const intermittent: Family = (chance) => {
  const mean = size(chance);
  const talks = chance.uniform(0.15, 0.6);
  const isClocked = chance.isTrue(0.3);
  const everyDays = chance.whole(2, 6);
  const sigma = chance.uniform(0.2, 0.8);
  return (day) =>
    (isClocked ? day % everyDays === 0 : chance.isTrue(talks))
      ? mean * logNormal(chance, sigma)
      : 0;
};

/** A low hum and bursts of heavy-tailed size, one to three days long. */
const bursty: Family = (chance) => {
  const mean = size(chance);
  const starts = chance.uniform(0.03, 0.12);
  const alpha = chance.uniform(1.6, 3);
  const sigma = chance.uniform(0.2, 0.5);
  let left = 0;
  let height = 1;
  return () => {
    if (left > 0) left--;
    else if (chance.isTrue(starts)) {
      left = chance.whole(0, 2);
      height = 3 * chance.pareto(alpha);
    } else height = 1;
    return mean * height * logNormal(chance, sigma);
  };
};

/** Few messages a day, each of the same size. */
const counted: Family = (chance) => {
  const messages = chance.uniform(8, 60);
  const bytes = chance.uniform(200, 4000);
  return () => bytes * chance.poisson(messages);
};

/** Busier on some dates of a month of 30 days, as billing and backups are. */
const monthly: Family = (chance) => {
  const mean = size(chance);
  const payday = chance.whole(0, 29);
  const peak = chance.uniform(1.5, 2.2);
  const sigma = chance.uniform(0.08, 0.2);
  return (day) => mean * (day % 30 === payday ? peak : 1) * logNormal(chance, sigma);
};

/** Two jobs that take turns by the week's day, additive noise. */
const twoJobs: Family = (chance) => {
  const mean = size(chance);
  const busy = new Set([chance.whole(0, 6), chance.whole(0, 6), chance.whole(0, 6)]);
  const spread = chance.uniform(0.04, 0.15);
  return (day) => Math.max(0, mean * ((busy.has(day % 7) ? 1.6 : 0.8) + spread * chance.normal()));
};

/** Trips: some days on the road, some days in the yard. */
const trips: Family = (chance) => {
  const mean = size(chance);
  const goes = chance.uniform(0.1, 0.3);
  const stays = chance.uniform(0.2, 0.5);
  const sigma = chance.uniform(0.3, 0.7);
  let isAway = false;
  return () => {
    isAway = isAway ? !chance.isTrue(stays) : chance.isTrue(goes);
    return isAway ? mean * logNormal(chance, sigma) : 0;
  };
};

/** Noise of many sizes: most days alike, some far off. */
const heavyTailed: Family = (chance) => {
  const mean = size(chance);
  const sigma = chance.uniform(0.5, 0.9);
  return () => mean * logNormal(chance, sigma) * chance.gamma(2);
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
