import { holdSeries } from "#analytics/cli/held-series.ts";
import { cleanDays } from "#analytics/forecast/series.ts";
import { FAMILY_NAMES, seriesOf } from "#evals/forecast/families.ts";

export const HORIZON = 30;
const DAYS = 260;
export const ORIGINS = 5;
const STEP_DAYS = 15;
const LEAST_HISTORY_DAYS = 60;

export interface BenchSeries {
  readonly name: string;
  readonly days: Float64Array;
  /** Days known when a forecast is made, several a series. */
  readonly origins: readonly number[];
}

/** `perFamily` generated series of each family, none of which served to fit the forecaster. */
export function generatedSeries(perFamily: number): BenchSeries[] {
  return FAMILY_NAMES.flatMap((name) =>
    Array.from({ length: perFamily }, (_, i) =>
      withOrigins(`${name} ${i}`, seriesOf(name, 20_000 + i, DAYS)),
    ),
  );
}

/** The series of a CSV (columns id, day, value) that are long enough. */
export async function seriesOfFile(path: string): Promise<BenchSeries[]> {
  const file = await holdSeries(path);
  const gaps = file.hasZeros ? "missing" : "zero";
  return [...file.byId]
    .map(([id, rows]) => withOrigins(id, cleanDays(rows.points(), gaps).history))
    .filter(({ origins }) => origins.length > 0);
}

function withOrigins(name: string, days: Float64Array): BenchSeries {
  const origins = Array.from(
    { length: ORIGINS },
    (_, i) => days.length - HORIZON - i * STEP_DAYS,
  ).filter((origin) => origin >= LEAST_HISTORY_DAYS);
  return { name, days, origins };
}
