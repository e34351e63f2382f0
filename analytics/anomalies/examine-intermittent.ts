import { type Examined, type Finding, SILENT_DEVIATION } from "./findings.ts";
import { LEARNING_DAYS, PAUSE_LEARNING_DAYS } from "./learning.ts";
import { median, robustScale } from "./order-statistics.ts";
import { outlyingRuns } from "./outlying-runs.ts";
import { runsOf } from "./runs.ts";
import { scan } from "./scan.ts";
import type { SeriesShape } from "./series-shape.ts";

const LEAST_SCALE = 0.05;
const SCAN = { oneWrongIn: 100, clearOf: 1.5, lowFactor: Number.POSITIVE_INFINITY };
const LEAST_TALKS = 8;
const LEAST_TALK_DAYS = 7;

/** By its active days alone: their sizes, the gaps between them, and how many follow one another. */
export function examineIntermittent(values: Float64Array, shape: SeriesShape): Examined {
  const { firstActive, isQuiet, quietRuns, typical } = shape;
  const days = values.length;
  const isUnknown = (day: number) => Number.isNaN(values[day]);
  const isActive = (day: number) => day >= firstActive && !isUnknown(day) && !isQuiet(day);
  const active = Array.from({ length: days }, (_, day) => day).filter(isActive);
  const heights = Float64Array.from(active, (day) => Math.log((values[day] ?? 0) / typical));
  const centre = median(heights);
  const scale = Math.max(LEAST_SCALE, robustScale(heights, centre));
  const z = heights.map((height) => (height - centre) / scale);
  const isLearnt = ({ first }: { first: number }) => first >= firstActive + LEARNING_DAYS;

  const deviations = new Float64Array(days).fill(Number.NaN);
  for (const [i, day] of active.entries()) deviations[day] = z[i] ?? 0;
  const findings: Finding[] = [];
  for (const { first, last, strength } of scan(z, () => false, SCAN)) {
    const span = { first: active[first] ?? 0, last: active[last] ?? 0, strength };
    if (isLearnt(span)) findings.push({ what: "high", span });
  }
  for (const run of outlyingRuns(quietRuns, days - firstActive)) {
    if (run.first < firstActive + PAUSE_LEARNING_DAYS) continue;
    findings.push({ what: "silence", span: run, longestOther: run.longestOther });
    deviations.fill(SILENT_DEVIATION, run.first, run.last + 1);
  }
  const talks = runsOf(days, isActive, isUnknown);
  for (const run of outlyingRuns(talks, days - firstActive)) {
    if (isLearnt(run) && talks.length > LEAST_TALKS && run.days >= LEAST_TALK_DAYS)
      findings.push({ what: "talkative", span: run });
  }
  const share = active.length / Math.max(1, days - firstActive);
  const expected = new Float64Array(days).fill(typical * share, firstActive);
  return { class: "intermittent", findings, expected, deviations };
}
