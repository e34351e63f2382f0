import { expect, it } from "vitest";
import { plant } from "#evals/anomalies/plant.ts";
import { detect } from "./detect.ts";
import { rankAnomalies } from "./rank-anomalies.ts";

it("ranks anomalies by how odd their days are in the fleet, the planted ones first", () => {
  const fleet = plant({ seed: 21, each: 12 }).map(({ values, incidents }) => ({
    incidents,
    ...detect({ firstDay: "2026-01-05", values }, { withDays: true }),
  }));
  const days = fleet.flatMap((device) => device.days ?? []);
  const found = fleet.flatMap((device) =>
    device.anomalies.map((anomaly) => ({
      anomaly,
      days: device.days ?? {
        firstDay: "2026-01-05",
        observed: new Float64Array(),
        expected: new Float64Array(),
        deviations: new Float64Array(),
      },
    })),
  );
  const ranked = rankAnomalies(found, days);
  expect(ranked).toHaveLength(found.length);
  expect(
    ranked.every(({ oddness }, i) => i === 0 || oddness <= (ranked[i - 1]?.oddness ?? 0)),
  ).toBe(true);
  const [first] = ranked;
  expect(first?.oddness).toBeGreaterThan(0.6);
  expect(rankAnomalies(found, days)).toEqual(ranked);
  expect(rankAnomalies([], days)).toEqual([]);
});
