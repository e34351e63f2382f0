import { classify, presentStart, type SimClass } from "./classify.ts";
import { at } from "./floats.ts";
import type { Outlook } from "./outlook.ts";
import { forecastRegular } from "./regular/forecast-regular.ts";
import type { Scratch } from "./scratch.ts";
import { forecastSporadic } from "./sporadic/forecast-sporadic.ts";

/** Less than this tells no more than a range. */
export const LEAST_DAYS = 14;

/** Forecasts the first `days` of `scratch.history`, which hold no gaps, into `outlook`. Allocates nothing. */
export function runKernel(
  scratch: Scratch,
  given: number,
  horizon: number,
  outlook: Outlook,
): SimClass {
  let days = given;
  if (days < LEAST_DAYS) return giveRange(scratch, days, horizon, outlook);
  const start = presentStart(scratch.history, days, LEAST_DAYS);
  if (start > 0) {
    scratch.history.copyWithin(0, start, days);
    days -= start;
  }
  const kind = classify(scratch.history, days, scratch.sorted);
  if (kind === "silent") staySilent(horizon, outlook);
  else if (kind === "regular") forecastRegular(scratch, days, horizon, outlook);
  else forecastSporadic(scratch, days, horizon, kind === "bursty", outlook);
  return kind;
}

function staySilent(horizon: number, outlook: Outlook): void {
  for (const days of [
    outlook.predicted,
    outlook.mean,
    outlook.lower80,
    outlook.lower95,
    outlook.upper80,
    outlook.upper95,
    outlook.totalDeviation,
    outlook.zeroChance,
  ])
    days.fill(0, 0, horizon);
  outlook.isHeavyTailed = false;
}

/** With few days: their mean, and a spread that no few days can make narrow. */
function giveRange(
  { history }: Scratch,
  days: number,
  horizon: number,
  outlook: Outlook,
): SimClass {
  let mean = 0;
  for (let i = 0; i < days; i++) mean += at(history, i) / days;
  if (!(mean > 0)) {
    staySilent(horizon, outlook);
    return "silent";
  }
  let squares = 0;
  let zeros = 0;
  for (let i = 0; i < days; i++) {
    squares += (at(history, i) - mean) ** 2 / days;
    if (at(history, i) === 0) zeros++;
  }
  const relative = Math.max(0.5, Math.sqrt(squares) / mean) * Math.sqrt(1 + 4 / days);
  for (let day = 0; day < horizon; day++) {
    outlook.predicted[day] = mean;
    outlook.mean[day] = mean;
    outlook.lower80[day] = mean * Math.max(0, 1 - 1.3 * relative);
    outlook.lower95[day] = mean * Math.max(0, 1 - 2.2 * relative);
    outlook.upper80[day] = mean * (1 + 1.6 * relative);
    outlook.upper95[day] = mean * (1 + 3.2 * relative);
    outlook.totalDeviation[day] = mean * (day + 1) * relative * Math.sqrt(0.6 + 0.4 / (day + 1));
  }
  outlook.zeroChance.fill(0, 0, horizon);
  outlook.isHeavyTailed = true;
  return zeros > 0.3 * days ? "intermittent" : "regular";
}
