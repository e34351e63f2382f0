import { dayAfter, spokenDay } from "../calendar.ts";
import { amount } from "./amount.ts";
import { type Newcomer, newcomers } from "./newcomers.ts";
import { type Judged, meanOf, scoreOf } from "./to-anomaly.ts";
import type { Anomaly, Severity } from "./types.ts";

/** Countries and operators that a device was never seen in, and other devices than its own. */
export function strangers(judged: Judged): Anomaly[] {
  const { countries, operators, imeis } = judged.series;
  const abroad = countries ? newcomers(countries) : [];
  const isAtHome = (day: number) => !abroad.some(({ first, last }) => day >= first && day <= last);
  return [
    ...abroad.map((newcomer) => toAnomaly("country", newcomer, judged)),
    // A new country brings its operators with it; that is one matter.
    ...(operators ? newcomers(operators, isAtHome) : []).map((newcomer) =>
      toAnomaly("operator", newcomer, judged),
    ),
    ...(imeis ? newcomers(imeis) : []).map((newcomer) => toAnomaly("device", newcomer, judged)),
  ];
}

type Category = "country" | "operator" | "device";

function toAnomaly(category: Category, newcomer: Newcomer, judged: Judged): Anomaly {
  const { first, last, seen, before, knownDays } = newcomer;
  const { series, values, examined, unit } = judged;
  const days = last - first + 1;
  const observed = meanOf(values, first, last);
  const expected = meanOf(examined.expected, first, last);
  const day = dayAfter(series.firstDay, first);
  const isOngoing = last >= values.length - 1;
  const isHeavy = observed > 3 * expected && expected > 0;
  const used = `it used ${amount(observed, unit)}${days === 1 ? "" : " a day"} where ${amount(expected, unit)} were expected`;
  return {
    kind: category === "device" ? "imei" : "roaming",
    day,
    lastDay: dayAfter(series.firstDay, last),
    days,
    isOngoing,
    observed,
    expected,
    score: scoreOf(Math.min(9, 1 + Math.log2(knownDays / 7)) * (isHeavy ? 2 : 1)),
    severity: severityOf(category, isHeavy, isOngoing),
    reason: REASON[category](seen, before, spokenDay(day), used),
    nextStep: isHeavy
      ? "Suspend the SIM until its owner is found: new surroundings and heavy use together look like theft."
      : NEXT_STEP[category],
    seen,
  };
}

const REASON: Readonly<
  Record<Category, (seen: string, before: string, day: string, used: string) => string>
> = {
  country: (seen, before, day, used) =>
    `Was seen in ${seen} for the first time on ${day}, before that in ${before}; ${used}.`,
  operator: (seen, before, day, used) =>
    `Used the network ${seen} for the first time on ${day}, before that ${before}; ${used}.`,
  device: (seen, before, day, used) =>
    `The SIM moved to another device on ${day}: IMEI ${seen} instead of ${before}; ${used}.`,
};

const NEXT_STEP: Readonly<Record<Category, string>> = {
  country: "Ask the customer whether the device travels; check the plan's roaming prices.",
  operator:
    "Nothing if coverage there is known to change; otherwise check signal and roaming rules.",
  device: "Ask the customer whether the device was replaced; lock the SIM to its IMEI if not.",
};

function severityOf(category: Category, isHeavy: boolean, isOngoing: boolean): Severity {
  if (isHeavy) return "critical";
  if (category === "operator") return "low";
  return category === "device" || isOngoing ? "high" : "medium";
}
