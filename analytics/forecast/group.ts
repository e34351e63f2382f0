import { at } from "./floats.ts";
import { type Forecaster, Z80, Z95 } from "./forecaster.ts";
import type { Bounds } from "./outlook.ts";
import { HORIZON_DAYS } from "./sizes.ts";
import { totalQuantile } from "./totals.ts";

const SEASON_DAYS = 7;
const WEEKS_BEFORE = 4;
/** So many past days tell how parts move together. */
const COMPARED_DAYS = 91;
const LEAST_SHARED = 0.7;
const COUNTERS = 4;
export const GROUP_NUMBERS = COUNTERS + 3 * HORIZON_DAYS + COMPARED_DAYS;

export interface GroupDay extends Bounds {
  readonly mean: number;
}
export interface GroupOutlook {
  readonly parts: number;
  readonly days: readonly GroupDay[];
  readonly total: GroupDay;
}

/**
 * The forecast of a fleet, customer, country or tag, as the sum of its parts: expected volumes add up exactly, at
 * every level, whatever the order. Intervals do not add up; they follow from how the parts' surprises of the last
 * weeks moved together. Holds a few hundred numbers, so one can be kept for every group of a million SIMs, and
 * those of two shards can be merged.
 */
export class Group {
  parts = 0;
  readonly #horizon: number;
  readonly #means = new Float64Array(HORIZON_DAYS);
  readonly #dayVariances = new Float64Array(HORIZON_DAYS);
  /** Of the total of the first days, a day each. */
  readonly #totalVariances = new Float64Array(HORIZON_DAYS);
  /** Surprises of all parts together, by days ago, and the squares of each part's own. */
  readonly #surprises = new Float64Array(COMPARED_DAYS);
  #daySquares = 0;
  #weekSquares = 0;

  constructor(horizon: number) {
    this.#horizon = horizon;
  }

  /** What `state` gave, in another process or another night. */
  static of(state: ArrayLike<number>): Group {
    const [horizon = 0, parts = 0, daySquares = 0, weekSquares = 0] = Array.from(
      { length: COUNTERS },
      (_, i) => state[i] ?? 0,
    );
    const group = new Group(horizon);
    group.parts = parts;
    group.#daySquares = daySquares;
    group.#weekSquares = weekSquares;
    let place = COUNTERS;
    for (const numbers of group.#sums()) {
      for (let i = 0; i < numbers.length; i++) numbers[i] = state[place++] ?? 0;
    }
    return group;
  }

  /** All that the group knows, as `GROUP_NUMBERS` numbers. */
  state(): Float64Array {
    const state = new Float64Array(GROUP_NUMBERS);
    state.set([this.#horizon, this.parts, this.#daySquares, this.#weekSquares]);
    let place = COUNTERS;
    for (const numbers of this.#sums()) {
      state.set(numbers, place);
      place += numbers.length;
    }
    return state;
  }

  #sums(): Float64Array[] {
    return [this.#means, this.#dayVariances, this.#totalVariances, this.#surprises];
  }

  /** Adds the series that `forecaster` has just run: the `days` values of `history` from `start`. */
  add(forecaster: Forecaster, history: Float64Array, start: number, days: number): void {
    const { mean, lower80, upper80, totalDeviation } = forecaster.outlook;
    const isRegular = forecaster.kind === "regular";
    this.parts++;
    for (let day = 0; day < this.#horizon; day++) {
      // The quantiles of a device that is mostly off say little of how its volume varies.
      const deviation = isRegular
        ? (at(upper80, day) - at(lower80, day)) / (2 * Z80)
        : at(totalDeviation, 0);
      this.#means[day] = at(this.#means, day) + at(mean, day);
      this.#dayVariances[day] = at(this.#dayVariances, day) + deviation ** 2;
      this.#totalVariances[day] = at(this.#totalVariances, day) + at(totalDeviation, day) ** 2;
    }
    this.#addSurprises(history, start, days);
  }

  merge(other: Group): void {
    this.parts += other.parts;
    for (let day = 0; day < this.#horizon; day++) {
      this.#means[day] = at(this.#means, day) + at(other.#means, day);
      this.#dayVariances[day] = at(this.#dayVariances, day) + at(other.#dayVariances, day);
      this.#totalVariances[day] = at(this.#totalVariances, day) + at(other.#totalVariances, day);
    }
    for (let ago = 0; ago < COMPARED_DAYS; ago++) {
      this.#surprises[ago] = at(this.#surprises, ago) + at(other.#surprises, ago);
    }
    this.#daySquares += other.#daySquares;
    this.#weekSquares += other.#weekSquares;
  }

  /** Of the first `horizon` days; of all where nothing is said. */
  outlook(horizon = this.#horizon): GroupOutlook {
    const { dayShare, weekShare } = this.#shared();
    const bounds = (mean: number, variance: number): GroupDay => {
      const total = { mean, deviation: Math.sqrt(variance), zeroChance: 0, isHeavyTailed: false };
      return {
        mean,
        lower80: totalQuantile(total, -Z80),
        upper80: totalQuantile(total, Z80),
        lower95: totalQuantile(total, -Z95),
        upper95: totalQuantile(total, Z95),
      };
    };
    let sum = 0;
    const days = Array.from({ length: Math.min(horizon, this.#horizon) }, (_, day) => {
      sum += at(this.#means, day);
      return bounds(at(this.#means, day), dayShare * at(this.#dayVariances, day));
    });
    const variance = at(this.#totalVariances, days.length - 1);
    return { parts: this.parts, days, total: bounds(sum, weekShare * variance) };
  }

  /** A surprise: a day against the mean of the same weekday in the weeks before. */
  #addSurprises(history: Float64Array, start: number, days: number): void {
    const end = start + days;
    let week = 0;
    for (
      let ago = Math.min(COMPARED_DAYS, days - SEASON_DAYS * WEEKS_BEFORE) - 1;
      ago >= 0;
      ago--
    ) {
      const surprise = surpriseAt(history, end - 1 - ago);
      this.#surprises[ago] = at(this.#surprises, ago) + surprise;
      this.#daySquares += surprise ** 2;
      week += surprise;
      if (ago % SEASON_DAYS !== 0) continue;
      this.#weekSquares += week ** 2;
      week = 0;
    }
  }

  /** The variance of the sum against the sum of the variances: 1 where parts are independent. */
  #shared(): { dayShare: number; weekShare: number } {
    let daySquares = 0;
    let weekSquares = 0;
    let week = 0;
    for (let ago = COMPARED_DAYS - 1; ago >= 0; ago--) {
      daySquares += at(this.#surprises, ago) ** 2;
      week += at(this.#surprises, ago);
      if (ago % SEASON_DAYS !== 0) continue;
      weekSquares += week ** 2;
      week = 0;
    }
    const within = (together: number, apart: number) =>
      apart > 0 ? Math.min(this.parts, Math.max(LEAST_SHARED, together / apart)) : 1;
    return {
      dayShare: within(daySquares, this.#daySquares),
      weekShare: within(weekSquares, this.#weekSquares),
    };
  }
}

function surpriseAt(history: Float64Array, day: number): number {
  let usual = 0;
  for (let week = 1; week <= WEEKS_BEFORE; week++) usual += at(history, day - week * SEASON_DAYS);
  return at(history, day) - usual / WEEKS_BEFORE;
}

/** Merges the state at a place of `from` into the one at a place of `to`, which may be all zeros. */
export function addState(
  to: Float64Array,
  toPlace: number,
  from: Float64Array,
  fromPlace: number,
): void {
  to[toPlace] = at(from, fromPlace); // the horizon, which is the same for all
  for (let i = 1; i < GROUP_NUMBERS; i++) {
    to[toPlace + i] = at(to, toPlace + i) + at(from, fromPlace + i);
  }
}
