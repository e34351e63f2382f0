import { type Baseline, expectedVolume, fitBaseline, heightsOf } from "./baseline.ts";
import { type Examined, type Finding, overlaps, SILENT_DEVIATION } from "./findings.ts";
import { findGrowth } from "./growth.ts";
import { withoutHabits } from "./habits.ts";
import { LEARNING_DAYS, SILENCE_LEARNING_DAYS } from "./learning.ts";
import { Sample } from "./order-statistics.ts";
import { type Outlier, outlyingRuns } from "./outlying-runs.ts";
import { findLostRhythm } from "./rhythm.ts";
import { runsOf } from "./runs.ts";
import { type Excursion, scan } from "./scan.ts";
import type { SeriesShape } from "./series-shape.ts";
import { findShifts, NEW_NORMAL_DAYS, type Shift } from "./shifts.ts";

const WEEK = 7;
const REGULAR_SCAN = { oneWrongIn: 100, clearOf: 1.3, lowFactor: 1.3 };
const BURSTY_SCAN = { oneWrongIn: 300, clearOf: 1.2, lowFactor: 1.3 };
/** A device is bursty when more than a day in twenty is over 2.4 times what was expected. */
const BURST_HEIGHT = Math.log(2.4);
const SUSTAINED_DAYS = 4;
/** A day left out may be chance, but it counts for whoever asks what many devices did that day. */
const QUIET_DEVIATION = -3;
/** Smaller changes are no matter for anybody, however unlikely. */
const LEAST_RISE = 1.4;
const LEAST_FALL = 0.65;
const LEAST_SHORT_FALL = 0.5;

const sample = new Sample();

/** Of devices that talk nearly every day, or every working day; bursty ones are judged by what they sustain. */
export function examineRegular(values: Float64Array, shape: SeriesShape): Examined {
  const { firstActive, isQuiet, isRestDay, typical, quietRuns } = shape;
  const days = values.length;
  const isRest = (day: number) => isRestDay[day % WEEK] === 1;
  const masked = new Uint8Array(days);
  for (let day = 0; day < days; day++) {
    const tells =
      day >= firstActive && !Number.isNaN(values[day]) && (isRest(day) || !isQuiet(day));
    masked[day] = tells ? 0 : 1;
  }
  const isUnknown = (day: number) => masked[day] === 1;
  const withoutWeek = ({ heights, weekday }: Baseline) => {
    const flat = new Float64Array(days);
    for (let day = 0; day < days; day++) {
      const isLeftOut = isUnknown(day) || isRest(day);
      flat[day] = isLeftOut
        ? Number.NaN
        : (heights[day] as number) - (weekday[day % WEEK] as number);
    }
    return flat;
  };
  const heights = heightsOf(values, typical, isRestDay);

  const unshifted = fitBaseline(heights, masked, []);
  const rough = withoutWeek(unshifted);
  const shifts = findShifts(rough, differenceScale(rough));
  const shiftDays = shifts.map(({ day }) => day);
  const first = shifts.length === 0 ? unshifted : fitBaseline(heights, masked, shiftDays);
  const isBursty = burstHeight(first, masked) > BURST_HEIGHT;
  const options = isBursty ? BURSTY_SCAN : REGULAR_SCAN;
  const loose = scan(deviationsOf(first), isUnknown, options);
  const maskedAgain = masked.slice();
  for (const each of loose) maskedAgain.fill(1, each.first, each.last + 1);
  const baseline = loose.length > 0 ? fitBaseline(heights, maskedAgain, shiftDays) : first;
  const deviations = deviationsOf(baseline);
  const flat = withoutWeek(baseline);
  const expected = new Float64Array(days);
  for (let day = firstActive; day < days; day++) expected[day] = expectedVolume(baseline, day);

  const all = loose.length > 0 ? scan(deviations, isUnknown, options) : loose;
  const excursions = withoutHabits(all, deviations, isUnknown).filter(
    (each) =>
      each.first >= firstActive + LEARNING_DAYS &&
      isMaterial(values, expected, isUnknown, each) &&
      (!isBursty || each.sign < 0 || isSustained(baseline.residuals, isUnknown, each)),
  );
  const silences = outlyingRuns(quietRuns, days - firstActive).filter(
    (run) => run.first >= firstActive + SILENCE_LEARNING_DAYS,
  );
  const growth = isBursty ? null : findGrowth(flat, differenceScale(flat), firstActive, shiftDays);
  const rhythm = findLostRhythm(baseline, isUnknown, firstActive);
  for (let day = 0; day < days; day++) {
    if (!isUnknown(day)) continue;
    deviations[day] = day >= firstActive && isQuiet(day) ? QUIET_DEVIATION : Number.NaN;
  }
  for (const run of silences) deviations.fill(SILENT_DEVIATION, run.first, run.last + 1);
  const patterns: Finding[] = levels(shifts, days);
  if (growth) patterns.push({ what: "growth", span: growth });
  if (rhythm) patterns.push({ what: "rhythm", span: rhythm, shareLeft: rhythm.share });
  return {
    class: isBursty ? "bursty" : "regular",
    findings: [...patterns, ...silences.map(silence), ...outside(excursions, patterns)],
    expected,
    deviations,
  };
}

const silence = (run: Outlier): Finding => ({
  what: "silence",
  span: run,
  longestOther: run.longestOther,
});

/** Excursions that no pattern explains; what follows a growth is the way back from it. */
function outside(excursions: readonly Excursion[], patterns: readonly Finding[]): Finding[] {
  const explained = patterns.map(({ what, span }) => ({
    first: span.first,
    last: what === "growth" ? span.last + NEW_NORMAL_DAYS : span.last,
    isLevel: what === "level",
  }));
  return excursions
    .filter((each) => !explained.some((span) => !span.isLevel && overlaps(span, each)))
    .map((span) => ({ what: span.sign > 0 ? "high" : "low", span }));
}

/** A level that is left again for the earlier one is one matter, not two. */
function levels(shifts: readonly Shift[], days: number): Finding[] {
  const found: Finding[] = [];
  for (let i = 0; i < shifts.length; i++) {
    const shift = shifts[i];
    const next = shifts[i + 1];
    if (!shift) continue;
    const isBack = next && Math.abs(shift.step + next.step) < 0.35 * Math.abs(shift.step);
    if (isBack) i++;
    const last = isBack ? next.day - 1 : Math.min(days, shift.day + NEW_NORMAL_DAYS) - 1;
    found.push({
      what: "level",
      span: { first: shift.day, last, strength: 1 + Math.abs(shift.step) },
    });
  }
  return found;
}

function deviationsOf({ residuals, scales }: Baseline): Float64Array {
  const deviations = new Float64Array(residuals.length);
  for (let day = 0; day < deviations.length; day++) {
    deviations[day] = (residuals[day] as number) / (scales[day % WEEK] as number);
  }
  return deviations;
}

function burstHeight({ residuals }: Baseline, masked: Uint8Array): number {
  sample.clear();
  for (let day = 0; day < residuals.length; day++) {
    if (masked[day] === 0) sample.add(residuals[day] as number);
  }
  return sample.quantile(0.95);
}

/** Day-to-day noise, from differences of neighbours, which no trend and few steps disturb. */
function differenceScale(heights: Float64Array): number {
  sample.clear();
  for (let day = 1; day < heights.length; day++) {
    sample.add((heights[day] as number) - (heights[day - 1] as number));
  }
  return sample.robustScale(0) / Math.SQRT2;
}

function isMaterial(
  values: Float64Array,
  expected: Float64Array,
  isUnknown: (day: number) => boolean,
  { first, last, sign }: Excursion,
): boolean {
  let seen = 0;
  let usual = 0;
  for (let day = first; day <= last; day++) {
    if (isUnknown(day)) continue;
    seen += values[day] ?? 0;
    usual += expected[day] ?? 0;
  }
  if (sign > 0) return seen > LEAST_RISE * usual;
  return seen < (last - first < 2 ? LEAST_SHORT_FALL : LEAST_FALL) * usual;
}

/** Whether the series stays as far up for so long at no other time: a burst is nothing new to a bursty device. */
function isSustained(
  residuals: Float64Array,
  isUnknown: (day: number) => boolean,
  excursion: Excursion,
): boolean {
  const { first, last } = excursion;
  let sum = 0;
  for (let day = first; day <= last; day++) sum += isUnknown(day) ? 0 : (residuals[day] ?? 0);
  const half = sum / (last - first + 1) / 2;
  const runs = runsOf(residuals.length, (day) => (residuals[day] ?? 0) > half, isUnknown);
  return outlyingRuns(runs, residuals.length).some(
    (run) => run.days >= SUSTAINED_DAYS && overlaps(run, excursion),
  );
}
