import type { JudgedDays } from "../anomalies/types.ts";
import { dayOfNumber } from "../calendar.ts";
import { detect } from "../detect.ts";
import { type Calibration, DEFAULT_CALIBRATION } from "../forecast/calibration.ts";
import { learnCalibration } from "../forecast/learn-calibration.ts";
import { cleanSeries, SeriesError } from "../forecast/series.ts";
import { ordinaryWindows } from "../rank-anomalies.ts";
import { unpackDays } from "./packed-days.ts";
import type { PackedDays } from "./types.ts";

export interface Sample {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly usage: readonly PackedDays[];
}

/** What all SIMs of a fleet are judged by. */
export interface Learnt {
  readonly calibration: Calibration;
  readonly windows: Float64Array;
}

const CALIBRATED_DAYS = 30;

/** How wide intervals of this fleet must be and what its ordinary days are like, from some of its SIMs. */
export function learn({ firstDay, lastDay, usage }: Sample): Learnt {
  const histories: Float64Array[] = [];
  const judged: JudgedDays[] = [];
  for (const packed of usage) {
    const values = new Float64Array(lastDay - firstDay + 1);
    unpackDays(packed, values);
    const first = values.findIndex((value) => value !== 0);
    if (first < 0) continue;
    const known = values.subarray(first);
    const history = historyOf(known);
    if (history) histories.push(history);
    const { days } = detect(
      { firstDay: dayOfNumber(firstDay + first), values: known },
      { withDays: true },
    );
    if (days) judged.push(days);
  }
  return {
    calibration:
      histories.length > 0 ? learnCalibration(histories, CALIBRATED_DAYS) : DEFAULT_CALIBRATION,
    windows: ordinaryWindows(judged),
  };
}

function historyOf(values: Float64Array): Float64Array | null {
  try {
    return cleanSeries(values).history;
  } catch (error) {
    if (error instanceof SeriesError) return null; // told where the SIM has its turn
    throw error;
  }
}
