import { type Calibration, DEFAULT_CALIBRATION, NEAR_DAYS } from "./calibration.ts";
import type { SimClass } from "./classify.ts";
import { at } from "./floats.ts";
import { runKernel } from "./kernel.ts";
import { type Bounds, createOutlook, type Outlook } from "./outlook.ts";
import { createScratch } from "./scratch.ts";
import { HISTORY_DAYS } from "./sizes.ts";
import { type Total, totalQuantile } from "./totals.ts";

export const Z80 = 1.2815515594;
export const Z95 = 1.9599639845;

/** Fills the outlook from the first days of `scratch.history` and says what kind of series it is. */
export type Kernel = typeof runKernel;

/** Forecasts series after series in the same memory: what is read from it holds until the next `run`. */
export class Forecaster {
  readonly outlook: Outlook = createOutlook();
  kind: SimClass = "silent";
  horizon = 0;
  readonly #scratch = createScratch();
  readonly #calibration: Calibration;
  readonly #kernel: Kernel;

  constructor(calibration: Calibration = DEFAULT_CALIBRATION, kernel: Kernel = runKernel) {
    this.#calibration = calibration;
    this.#kernel = kernel;
  }

  /** Reads `days` values from `start`: bytes a day without gaps, the newest last. */
  run(values: ArrayLike<number>, start: number, days: number, horizon: number): void {
    const kept = Math.min(days, HISTORY_DAYS);
    const from = start + days - kept;
    const { history } = this.#scratch;
    for (let i = 0; i < kept; i++) history[i] = values[from + i] as number;
    this.horizon = horizon;
    this.kind = this.#kernel(this.#scratch, kept, horizon, this.outlook);
    this.#calibrate();
  }

  /** The distribution of the total of the first `days`. */
  total(days: number): Total {
    const { mean, totalDeviation, zeroChance, isHeavyTailed } = this.outlook;
    let sum = 0;
    for (let day = 0; day < days; day++) sum += at(mean, day);
    return {
      mean: sum,
      deviation: at(totalDeviation, days - 1),
      zeroChance: at(zeroChance, days - 1),
      isHeavyTailed,
    };
  }

  /** The volume that the total of the first `days` stays below with a chance of 2.5, 10, 90 or 97.5 %. */
  totalBounds(days: number): Bounds {
    const total = this.total(days);
    const { near, far } = this.#calibration[this.kind];
    const { total80, total95 } = days <= NEAR_DAYS ? near : far;
    const wide = Math.max(Z80 * total80, Z95 * total95);
    return {
      lower80: totalQuantile(total, -Z80 * total80),
      upper80: totalQuantile(total, Z80 * total80),
      lower95: totalQuantile(total, -wide),
      upper95: totalQuantile(total, wide),
    };
  }

  #calibrate(): void {
    const { predicted, lower80, upper80, lower95, upper95 } = this.outlook;
    const { near, far } = this.#calibration[this.kind];
    for (let day = 0; day < this.horizon; day++) {
      const { days80, days95 } = day < NEAR_DAYS ? near : far;
      const middle = at(predicted, day);
      const low80 = Math.max(0, middle - days80 * Math.max(0, middle - at(lower80, day)));
      const high80 = middle + days80 * Math.max(0, at(upper80, day) - middle);
      lower80[day] = low80;
      upper80[day] = high80;
      lower95[day] = Math.min(low80, Math.max(0, middle - days95 * (middle - at(lower95, day))));
      upper95[day] = Math.max(high80, middle + days95 * (at(upper95, day) - middle));
    }
  }
}
