import { dayOfNumber } from "../calendar.ts";
import { detect } from "../detect.ts";
import { type Calibration, DEFAULT_CALIBRATION } from "../forecast/calibration.ts";
import { learnCalibration } from "../forecast/learn-calibration.ts";
import { historyOf } from "../forecast/series.ts";
import { ordinaryWindows } from "../rank-anomalies.ts";
import { unpackDays } from "./packed-days.ts";
import type { PackedDays } from "./types.ts";

export interface Sample {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly usage: readonly PackedDays[];
}

const CALIBRATED_DAYS = 30;

/** How wide intervals of this fleet must be, from some of its SIMs. */
export function calibrationOf(sample: Sample): Calibration {
  const histories = knownDays(sample).flatMap(({ values }) => historyOf(values) ?? []);
  return histories.length > 0 ? learnCalibration(histories, CALIBRATED_DAYS) : DEFAULT_CALIBRATION;
}

/** What the ordinary days of this fleet are like, as `ordinaryWindows` gives them. */
export function windowsOf(sample: Sample): Float64Array {
  return ordinaryWindows(
    knownDays(sample).flatMap(({ firstDay, values }) => {
      return detect({ firstDay: dayOfNumber(firstDay), values }, { withDays: true }).days ?? [];
    }),
  );
}

/** From the first day with usage on. */
function knownDays({ firstDay, lastDay, usage }: Sample) {
  return usage.flatMap((packed) => {
    const values = new Float64Array(lastDay - firstDay + 1);
    unpackDays(packed, values);
    const first = values.findIndex((value) => value !== 0);
    return first < 0 ? [] : [{ firstDay: firstDay + first, values: values.subarray(first) }];
  });
}
