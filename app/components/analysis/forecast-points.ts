import { column } from "#app/components/chat/tool-renderers/columns.ts";
import type { UsageForecast } from "#domain/analysis/usage-forecast.ts";
import type { Column } from "#query/answer.ts";

type Band = readonly [number, number];

export interface ForecastPoint {
  readonly day: string;
  readonly used: number | null;
  readonly ahead: number | null;
  readonly band80: Band | null;
  readonly band95: Band | null;
}

type Forecast = Pick<UsageForecast, "class" | "history" | "days">;

/** Of a device that is mostly off the middle of a day is nothing, which says nothing: its mean does. */
export function isOfMeans({ class: of }: Pick<UsageForecast, "class">): boolean {
  return of === "intermittent" || of === "bursty";
}

/** What was and what will be, as one line: where the first ends, the second begins. */
export function forecastPoints(forecast: Forecast): ForecastPoint[] {
  const { history, days } = forecast;
  const ahead = isOfMeans(forecast) ? "mean" : "predicted";
  const past = history.map(({ day, bytes }) => ({
    ...{ day, used: bytes, ahead: null, band80: null, band95: null },
  }));
  const joint = past.at(-1);
  const coming = days.map((day) => ({
    day: day.day,
    used: null,
    ahead: day[ahead],
    band80: [day.lower_80, day.upper_80] as const,
    band95: [day.lower_95, day.upper_95] as const,
  }));
  if (!joint || coming.length === 0) return [...past, ...coming];
  const { used } = joint;
  const joined = { ...joint, ahead: used, band80: [used, used], band95: [used, used] } as const;
  return [...past.slice(0, -1), joined, ...coming];
}

/** So much higher than all else, the wide band would leave the lines no room. */
const MOST_ABOVE = 2;

/** Up to where the picture reaches, and whether the 95 % band goes beyond it. */
export function heightOf(points: readonly ForecastPoint[]): {
  readonly top: number;
  readonly isCut: boolean;
} {
  const main = Math.max(
    0,
    ...points.flatMap(({ used, ahead, band80 }) => [used ?? 0, ahead ?? 0, band80?.[1] ?? 0]),
  );
  const widest = Math.max(0, ...points.map(({ band95 }) => band95?.[1] ?? 0));
  const isCut = main > 0 && widest > MOST_ABOVE * main;
  return { top: isCut ? MOST_ABOVE * main : Math.max(main, widest), isCut };
}

export interface LeftPoint {
  readonly day: string;
  readonly spent: number;
}

/** What will have been used up since the last known day, day by day. */
export function spentPoints({ as_of, days }: Pick<UsageForecast, "as_of" | "days">): LeftPoint[] {
  let spent = 0;
  const points = days.map(({ day, mean }) => {
    spent += mean;
    return { day, spent };
  });
  return as_of ? [{ day: as_of, spent: 0 }, ...points] : points;
}

export const FORECAST_COLUMNS: readonly Column[] = [
  column("day", "Day", "day"),
  column("used", "Used", "bytes", true),
  column("predicted", "Forecast", "bytes", true),
  column("mean", "Expected", "bytes"),
  column("lower_80", "80 % from", "bytes"),
  column("upper_80", "80 % to", "bytes"),
  column("lower_95", "95 % from", "bytes"),
  column("upper_95", "95 % to", "bytes"),
];

/** The same numbers as rows: what comes first, then what was, the newest first. */
export function forecastRows({ history, days }: Forecast): Readonly<Record<string, unknown>>[] {
  const past = history.map(({ day, bytes }) => ({ day, used: bytes }));
  return [...days, ...past.toReversed()];
}
