import { expect, test } from "vitest";
import { seriesOf } from "#evals/forecast/families.ts";
import { forecastWith } from "./peers.ts";

test("Prophet and MSTL forecast one series, with how good they have been", async () => {
  const history = seriesOf("weekly-profile", 2, 120);
  for (const [method, name] of [
    ["prophet", "Prophet"],
    ["mstl", "MSTL with ETS"],
  ] as const) {
    const result = await forecastWith(method, history, { backtestOrigins: 2, remainingBytes: 1 });
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

test("where a peer fails ours answers and says so", async () => {
  const result = await forecastWith("mstl", [5, 6, 7]);
  expect(result.method).toBe("range around the mean");
  expect(result.notes.at(-1)).toBe(
    "MSTL needs more than two weeks of history. The built-in method made this forecast.",
  );
});
