import { dayOf, weekdayOf } from "./calendar.ts";
import type { Fleet } from "./fleet.ts";
import type { History } from "./history.ts";
import { at } from "./random.ts";
import { recentOf } from "./statistics.ts";

export interface Forecast {
  readonly day: number;
  readonly predicted: number;
  readonly lower80: number;
  readonly upper80: number;
  readonly lower95: number;
  readonly upper95: number;
}

export const FORECAST_MODEL = "sample-weekday-mean";
const PAST_DAYS = 7;
const COMING_DAYS = 30;

/** The mean of the same weekday over four weeks; nothing for a SIM that has gone quiet. */
export function forecastsOf(fleet: Fleet, history: History): Forecast[] {
  const today = dayOf(history.nowMs);
  if (history.sim.status !== "active" || recentOf(fleet, history, today).activeDays === 0)
    return [];
  return Array.from({ length: PAST_DAYS + 1 + COMING_DAYS }, (_, i) => today - PAST_DAYS + i).map(
    (day) => forecast(fleet, history, day, Math.min(day, today)),
  );
}

/** Past days are forecast from what was known on their eve. */
function forecast(fleet: Fleet, history: History, day: number, knownUntil: number): Forecast {
  const recent = recentOf(fleet, history, knownUntil);
  const predicted = 0.7 * at(recent.weekdays, weekdayOf(day)) + 0.3 * recent.mean;
  const spread = Math.min(recent.sd, 0.8 * recent.mean) * (1 + 0.015 * (day - knownUntil));
  const low = (z: number) => Math.max(0, Math.round(predicted - z * spread));
  const high = (z: number) => Math.round(predicted + z * spread);
  return {
    day,
    predicted: Math.round(predicted),
    lower80: low(1.282),
    upper80: high(1.282),
    lower95: low(1.96),
    upper95: high(1.96),
  };
}
