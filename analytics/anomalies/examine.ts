import { examineIntermittent } from "./examine-intermittent.ts";
import { examineRegular } from "./examine-regular.ts";
import type { Examined } from "./findings.ts";
import { shapeOf } from "./series-shape.ts";

/** With fewer days of traffic a device is not known well enough for any judgement. */
const LEAST_ACTIVE_DAYS = 7;
/** With a larger share of days without traffic, days of rest left out, a device talks only now and then. */
const INTERMITTENT_SHARE = 0.15;

export function examine(values: Float64Array): Examined {
  const shape = shapeOf(values);
  if (shape.activeDays < LEAST_ACTIVE_DAYS) {
    const deviations = new Float64Array(values.length).fill(Number.NaN);
    return { class: "silent", findings: [], expected: new Float64Array(values.length), deviations };
  }
  return shape.quietShare > INTERMITTENT_SHARE
    ? examineIntermittent(values, shape)
    : examineRegular(values, shape);
}
