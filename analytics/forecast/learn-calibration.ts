import {
  type Calibration,
  DEFAULT_CALIBRATION,
  EXACT_CALIBRATION,
  NEAR_DAYS,
  type Widths,
} from "./calibration.ts";
import { SIM_CLASSES, type SimClass } from "./classify.ts";
import { at } from "./floats.ts";
import { Forecaster, Z80, Z95 } from "./forecaster.ts";
import { totalScore } from "./totals.ts";

const LEAST_HISTORY_DAYS = 56;
/** So many series of a class outweigh the default half; never wholly, since all of them saw the same weeks. */
const DEFAULT_IS_WORTH = 25;
const MOST_TRUST = 0.75;
const [NARROWEST, WIDEST] = [0.6, 2.2];

/** How far held-out days and totals lay from the middle, in widths of the uncalibrated interval. */
class Scores {
  series = 0;
  readonly days80: number[] = [];
  readonly days95: number[] = [];
  readonly totals: number[] = [];

  /** `least`: for the days of a class that are mostly 0, being right on those says nothing of the others. */
  widths(standing: Widths, least: number): Widths {
    const trust = (MOST_TRUST * this.series) / (this.series + DEFAULT_IS_WORTH);
    const blend = (usual: number, learned: number) =>
      usual ** (1 - trust) * Math.min(WIDEST, Math.max(NARROWEST, learned)) ** trust;
    if (this.series === 0) return standing;
    return {
      days80: blend(standing.days80, Math.max(least, shareOf(this.days80, 0.8))),
      days95: blend(standing.days95, Math.max(least, shareOf(this.days95, 0.95))),
      total80: blend(standing.total80, shareOf(this.totals, 0.8) / Z80),
      total95: blend(standing.total95, shareOf(this.totals, 0.95) / Z95),
    };
  }
}

/**
 * Learns from the newest days of a fleet's histories, held out, how wide intervals must be for each class. A class
 * with few series keeps near the default.
 */
export function learnCalibration(histories: Iterable<Float64Array>, horizon: number): Calibration {
  const forecaster = new Forecaster(EXACT_CALIBRATION);
  const scores = new Map(
    SIM_CLASSES.map((kind) => [kind, { near: new Scores(), far: new Scores() }]),
  );
  for (const history of histories) {
    for (const origin of [history.length - horizon, history.length - 2 * horizon]) {
      if (origin < LEAST_HISTORY_DAYS) break;
      forecaster.run(history, 0, origin, horizon);
      const kept = scores.get(forecaster.kind);
      if (!kept) continue;
      compare(forecaster, history, origin, 0, Math.min(horizon, NEAR_DAYS), kept.near);
      if (horizon > NEAR_DAYS) compare(forecaster, history, origin, NEAR_DAYS, horizon, kept.far);
    }
  }
  const entries = SIM_CLASSES.map((kind): [SimClass, Calibration[SimClass]] => {
    const { near, far } = DEFAULT_CALIBRATION[kind];
    const kept = scores.get(kind);
    if (!kept || kind === "silent") return [kind, { near, far }];
    const least = kind === "intermittent" ? 1 : 0;
    return [kind, { near: kept.near.widths(near, least), far: kept.far.widths(far, least) }];
  });
  return Object.fromEntries(entries) as Calibration;
}

function compare(
  forecaster: Forecaster,
  history: Float64Array,
  origin: number,
  from: number,
  to: number,
  scores: Scores,
): void {
  const { predicted, lower80, upper80, lower95, upper95 } = forecaster.outlook;
  scores.series++;
  for (let day = from; day < to; day++) {
    const actual = at(history, origin + day);
    const middle = at(predicted, day);
    scores.days80.push(distance(actual, middle, at(lower80, day), at(upper80, day)));
    scores.days95.push(distance(actual, middle, at(lower95, day), at(upper95, day)));
  }
  let total = 0;
  for (let day = 0; day < to; day++) total += at(history, origin + day);
  scores.totals.push(Math.abs(totalScore(forecaster.total(to), total)));
}

function distance(actual: number, middle: number, lower: number, upper: number): number {
  const away = Math.abs(actual - middle);
  if (away <= 1) return 0;
  const width = actual > middle ? upper - middle : middle - lower;
  // A bound of zero that the day kept to: nothing is below it.
  if (actual <= middle && lower <= 0) return 0;
  return width > 0 ? away / width : WIDEST;
}

function shareOf(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 1;
}
