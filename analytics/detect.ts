import { strangers } from "./anomalies/categories.ts";
import { clean } from "./anomalies/clean.ts";
import { examine } from "./anomalies/examine.ts";
import { isLike } from "./anomalies/feedback.ts";
import { toAnomaly } from "./anomalies/to-anomaly.ts";
import type { DailySeries, Detection, DetectOptions } from "./anomalies/types.ts";
import { dayNumber } from "./calendar.ts";

export type * from "./anomalies/types.ts";

const LEAST_DAYS = 14;

/**
 * What is strange in a device's days: more or less traffic than it has, silence, another pattern, an unknown
 * country, operator or device. Never throws on values: what cannot be judged is answered with the reason.
 */
export function detect(series: DailySeries, options: DetectOptions = {}): Detection {
  const { values, notes } = clean(series.values);
  const nothing = { class: null, anomalies: [], dismissed: [], notes };
  if (Number.isNaN(dayNumber(series.firstDay))) {
    return { ...nothing, isJudged: false, reason: "The first day is not a date (YYYY-MM-DD)." };
  }
  const reason = whyNot(values);
  if (reason) return { ...nothing, isJudged: false, reason };
  const examined = examine(values);
  const unit = options.unit ?? "bytes";
  const judged = { series, values, examined, unit };
  const found = [
    ...examined.findings.map((finding) => toAnomaly(finding, judged)),
    ...strangers(judged),
  ]
    .filter(({ lastDay }) => options.since === undefined || lastDay >= options.since)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.score - a.score));
  const feedback = options.feedback ?? [];
  const isDismissed = (anomaly: (typeof found)[number]) =>
    feedback.some((each) => isLike(anomaly, each));
  return {
    isJudged: true,
    reason:
      examined.class === "silent" ? "The device has used too little data to be judged." : null,
    class: examined.class,
    anomalies: found.filter((anomaly) => !isDismissed(anomaly)),
    dismissed: found.filter(isDismissed),
    notes,
    ...(options.withDays
      ? {
          days: {
            firstDay: series.firstDay,
            observed: values,
            expected: examined.expected,
            deviations: examined.deviations,
          },
        }
      : {}),
  };
}

function whyNot(values: Float64Array): string | null {
  let known = 0;
  for (let day = 0; day < values.length; day++) if (!Number.isNaN(values[day])) known++;
  if (values.length === 0) return "There are no days.";
  if (known === 0) return "No day has a value.";
  if (known < LEAST_DAYS) {
    return `${known === 1 ? "1 day has" : `${known} days have`} a value; at least ${LEAST_DAYS} are needed.`;
  }
  return null;
}
