import { at, sortRange, trimmedMean } from "../floats.ts";
import type { Scratch } from "../scratch.ts";

/** How fast a profile follows change, per week; 0 keeps the mean of all weeks. */
const PACES = [0, 0.12, 0.3] as const;

/**
 * What each weekday uses against the mean of its week, into `scratch.profile` (0 where a weekday is off), and
 * which days count for the level, into `scratch.counts`. A weekday stands at its index modulo 7.
 */
export function weeklyProfile(scratch: Scratch, days: number): void {
  const { profile } = scratch;
  if (days < 21) {
    profile.fill(1);
    scratch.counts.fill(1, 0, days);
    return;
  }
  markOffWeekdays(scratch, days);
  ratiosToWeek(scratch, days);
  const noise = meanOfWeeks(scratch, days);
  followChange(scratch, days, noise);
  shrinkAndNormalise(scratch, days, noise);
}

/** A weekday is off where hardly any use fell on it in the last quarter while others had some. */
function markOffWeekdays({ history, counts, profile }: Scratch, days: number): void {
  const from = Math.max(0, days - 91);
  let used = 0;
  for (let i = from; i < days; i++) if (at(history, i) > 0) used++;
  const isBusy = used > 0.3 * (days - from);
  for (let weekday = 0; weekday < 7; weekday++) {
    let seen = 0;
    let active = 0;
    for (let i = from + ((((weekday - from) % 7) + 7) % 7); i < days; i += 7) {
      seen++;
      if (at(history, i) > 0) active++;
    }
    profile[weekday] = isBusy && active <= 0.12 * seen ? 0 : 1;
  }
  for (let i = 0; i < days; i++) counts[i] = at(profile, i % 7);
}

/** Each day against the mean of the seven days around it. */
function ratiosToWeek({ history, prefix, ratios, counts }: Scratch, days: number): void {
  for (let i = 0; i < days; i++) prefix[i + 1] = at(prefix, i) + at(history, i) * at(counts, i);
  for (let i = 0; i < days; i++) {
    const start = Math.min(days - 7, Math.max(0, i - 3));
    const week = (at(prefix, start + 7) - at(prefix, start)) / 7;
    ratios[i] = week > 0 && at(counts, i) > 0 ? at(history, i) / week : Number.NaN;
  }
}

/** The trimmed mean of each weekday; returns the mean absolute deviation of the days from it. */
function meanOfWeeks({ ratios, sorted, profile }: Scratch, days: number): number {
  const from = Math.max(0, days - 26 * 7);
  let deviation = 0;
  let seen = 0;
  for (let weekday = 0; weekday < 7; weekday++) {
    if (at(profile, weekday) === 0) continue;
    let count = 0;
    for (let i = from + ((((weekday - from) % 7) + 7) % 7); i < days; i += 7) {
      const ratio = at(ratios, i);
      if (!Number.isNaN(ratio)) sorted[count++] = ratio;
    }
    if (count === 0) continue;
    sortRange(sorted, 0, count);
    const mean = trimmedMean(sorted, 0, count);
    profile[weekday] = Math.max(0.001, mean);
    for (let i = 0; i < count; i++) deviation += Math.abs(at(sorted, i) - mean);
    seen += count;
  }
  return seen > 0 ? deviation / seen : 0;
}

/** Blends in profiles that follow change, as far as they foretold the weeks better. */
function followChange({ ratios, profile }: Scratch, days: number, noise: number): void {
  const from = Math.max(0, days - 26 * 7);
  const clip = 3 * noise;
  trail.fill(Number.NaN);
  tally.fill(0);
  missed.fill(0);
  for (let i = from; i < days; i++) {
    const ratio = at(ratios, i);
    if (Number.isNaN(ratio)) continue;
    const weekday = i % 7;
    const count = at(tally, weekday);
    tally[weekday] = count + 1;
    for (let pace = 0; pace < PACES.length; pace++) {
      const slot = pace * 7 + weekday;
      const before = at(trail, slot);
      if (count === 0) {
        trail[slot] = ratio;
        continue;
      }
      const error = ratio - before;
      if (count >= 4) missed[pace] = at(missed, pace) + Math.abs(error);
      const step = Math.max(PACES[pace] ?? 0, 1 / (count + 1));
      trail[slot] = before + step * Math.min(clip, Math.max(-clip, error));
    }
  }
  const still = at(missed, 0);
  if (!(still > 0)) return;
  let total = 1;
  for (let pace = 1; pace < PACES.length; pace++) total += sharpened(still, at(missed, pace));
  for (let weekday = 0; weekday < 7; weekday++) {
    if (at(profile, weekday) === 0 || at(tally, weekday) === 0) continue;
    let blend = at(profile, weekday);
    for (let pace = 1; pace < PACES.length; pace++) {
      blend += sharpened(still, at(missed, pace)) * Math.max(0.001, at(trail, pace * 7 + weekday));
    }
    profile[weekday] = blend / total;
  }
}

const sharpened = (still: number, missed: number): number => (still / missed) ** 32;

/** Differences between weekdays that chance explains are taken back; the mean of the week becomes 1. */
function shrinkAndNormalise({ profile }: Scratch, days: number, noise: number): void {
  let sum = 0;
  let active = 0;
  for (let weekday = 0; weekday < 7; weekday++) {
    sum += at(profile, weekday);
    if (at(profile, weekday) > 0) active++;
  }
  const mean = sum / Math.max(1, active);
  let between = 0;
  for (let weekday = 0; weekday < 7; weekday++) {
    const share = at(profile, weekday);
    if (share > 0) between += (share / mean - 1) ** 2;
  }
  between /= Math.max(1, active - 1);
  const weeks = Math.min(26, days / 7);
  const chance = (2 * noise) ** 2 / weeks / mean ** 2;
  const kept = between > 0 ? Math.max(0, 1 - chance / between) : 0;
  for (let weekday = 0; weekday < 7; weekday++) {
    const share = at(profile, weekday);
    if (share > 0) profile[weekday] = 1 + kept * (share / mean - 1);
  }
}

const trail = new Float64Array(7 * PACES.length);
const tally = new Float64Array(7);
const missed = new Float64Array(PACES.length);
