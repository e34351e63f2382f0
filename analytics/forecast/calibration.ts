import type { SimClass } from "./classify.ts";

/** How much wider than measured an interval must be to hold what it promises: a class, near or far ahead. */
export interface Widths {
  readonly days80: number;
  readonly days95: number;
  readonly total80: number;
  readonly total95: number;
}
/** `near`: up to 7 days ahead. */
export type Calibration = Readonly<
  Record<SimClass, { readonly near: Widths; readonly far: Widths }>
>;

export const NEAR_DAYS = 7;

const EXACT: Widths = { days80: 1, days95: 1, total80: 1, total95: 1 };

const UNCHANGED = { near: EXACT, far: EXACT };

/** Intervals as measured on the series alone. */
export const EXACT_CALIBRATION: Calibration = {
  regular: UNCHANGED,
  intermittent: UNCHANGED,
  bursty: UNCHANGED,
  silent: UNCHANGED,
};

/**
 * For a series by itself; a fleet has its own, from `learnCalibration`. Measured on held-out days of generated and
 * of public daily series (flights of airports and routes, weather), between the two.
 */
export const DEFAULT_CALIBRATION: Calibration = {
  regular: {
    near: { days80: 1.06, days95: 1.2, total80: 1.02, total95: 1.25 },
    far: { days80: 1.1, days95: 1.3, total80: 0.95, total95: 1.3 },
  },
  intermittent: {
    near: { days80: 1, days95: 1, total80: 0.95, total95: 1.1 },
    far: { days80: 1, days95: 1, total80: 1.05, total95: 1.2 },
  },
  bursty: {
    near: { days80: 1.05, days95: 1.02, total80: 0.9, total95: 1 },
    far: { days80: 1.03, days95: 1.04, total80: 1.1, total95: 1.2 },
  },
  silent: UNCHANGED,
};
