import { expect, test } from "vitest";
import { seriesOf } from "#evals/forecast/families.ts";
import { peerForecaster } from "./peers.ts";
import { cleanSeries } from "./series.ts";

test("Prophet and MSTL forecast one series, with how good they have been", async () => {
  const clean = cleanSeries(seriesOf("weekly-profile", 2, 120));
  for (const [method, name] of [
    ["prophet", "Prophet"],
    ["mstl", "MSTL with ETS"],
  ] as const) {
    const forecastOne = await peerForecaster(method);
    const result = forecastOne(clean, { backtestOrigins: 2, remainingBytes: 1 });
    expect(result.method).toBe(name);
    expect(result.notes).toEqual([]);
    expect(result.accuracy?.mase).toBeLessThan(1.5);
    expect(result.runOut?.day).toBe(1);
    for (const day of result.days) {
      expect(day.lower95).toBeLessThanOrEqual(day.lower80);
      expect(day.upper80).toBeLessThan(day.upper95);
    }
  }
});

test("where a peer fails ours answers and says so, beside what was odd about the series", async () => {
  const forecastOne = await peerForecaster("mstl");
  const { method, notes } = forecastOne(cleanSeries([5, Number.NaN, 7]), {});
  expect(method).toBe("range around the mean");
  expect(notes).toEqual([
    "1 unknown day was filled in from the weeks around.",
    expect.stringMatching(/^Only 3 days of history/),
    "MSTL needs more than two weeks of history. The built-in method made this forecast.",
  ]);
});
