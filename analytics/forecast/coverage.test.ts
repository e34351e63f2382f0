import { expect, test } from "vitest";
import { FAMILY_NAMES, type FamilyName, seriesOf } from "#evals/forecast/families.ts";
import { type Calibration, DEFAULT_CALIBRATION } from "./calibration.ts";
import type { SimClass } from "./classify.ts";
import { Forecaster } from "./forecaster.ts";
import { learnCalibration } from "./learn-calibration.ts";

const HORIZON = 30;
const ORIGINS = [150, 175, 200];
const seriesFrom = (seed: number, count: number): Float64Array[] =>
  FAMILY_NAMES.filter((name): name is FamilyName => name !== "death").flatMap((name) =>
    Array.from({ length: count }, (_, i) => seriesOf(name, seed + i, 230)),
  );

interface Hits {
  asked: number;
  in80: number;
  in95: number;
}
const hitsOf = (): Hits => ({ asked: 0, in80: 0, in95: 0 });

/** How many held-out days and 30-day totals of each class fell inside their intervals. */
function coverage(calibration: Calibration, histories: readonly Float64Array[]) {
  const forecaster = new Forecaster(calibration);
  const found = new Map<SimClass, { days: Hits; totals: Hits }>();
  for (const history of histories) {
    for (const origin of ORIGINS) {
      forecaster.run(history, 0, origin, HORIZON);
      const hits = found.get(forecaster.kind) ?? { days: hitsOf(), totals: hitsOf() };
      found.set(forecaster.kind, hits);
      const { lower80, upper80, lower95, upper95 } = forecaster.outlook;
      let total = 0;
      for (let day = 0; day < HORIZON; day++) {
        const actual = history[origin + day] ?? 0;
        total += actual;
        const bounds = {
          lower80: lower80[day],
          upper80: upper80[day],
          lower95: lower95[day],
          upper95: upper95[day],
        };
        count(hits.days, actual, bounds);
      }
      count(hits.totals, total, forecaster.totalBounds(HORIZON));
    }
  }
  return found;
}

function count(
  hits: Hits,
  actual: number,
  bounds: Partial<Record<"lower80" | "upper80" | "lower95" | "upper95", number>>,
): void {
  const { lower80 = 0, upper80 = 0, lower95 = 0, upper95 = 0 } = bounds;
  hits.asked++;
  if (actual >= lower80 - 1 && actual <= upper80 + 1) hits.in80++;
  if (actual >= lower95 - 1 && actual <= upper95 + 1) hits.in95++;
}

const percent = (part: number, whole: number) => (100 * part) / whole;

test("intervals learnt on some SIMs hold what they promise on days and totals of others", () => {
  const learned = learnCalibration(seriesFrom(3_000, 60), HORIZON);
  const found = coverage(learned, seriesFrom(7_000, 60));
  for (const [kind, { days, totals }] of found) {
    if (kind === "silent") continue;
    const hits = kind === "intermittent" ? totals : days;
    expect.soft(Math.abs(percent(hits.in80, hits.asked) - 80), `${kind} at 80 %`).toBeLessThan(4);
    expect.soft(Math.abs(percent(hits.in95, hits.asked) - 95), `${kind} at 95 %`).toBeLessThan(3);
  }
  expect(found.get("regular")?.days.asked).toBeGreaterThan(5_000);
});

test("without a fleet to learn from intervals are not too narrow", () => {
  for (const [kind, { days, totals }] of coverage(DEFAULT_CALIBRATION, seriesFrom(9_000, 20))) {
    if (kind === "silent") continue;
    for (const hits of kind === "intermittent" ? [totals] : [days, totals]) {
      expect.soft(percent(hits.in80, hits.asked), `${kind} at 80 %`).toBeGreaterThan(75);
      expect.soft(percent(hits.in95, hits.asked), `${kind} at 95 %`).toBeGreaterThan(90);
    }
  }
});
