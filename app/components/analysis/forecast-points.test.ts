import { expect, it } from "vitest";
import { forecastPoints, forecastRows, heightOf, spentPoints } from "./forecast-points.ts";

const dayOf = (day: string, predicted: number, mean = predicted, upper_95 = predicted * 1.5) => ({
  ...{ day, predicted, mean, upper_95 },
  ...{ lower_80: predicted / 2, upper_80: predicted * 1.2, lower_95: 0 },
});
const history = [
  { day: "2026-10-19", bytes: 10 },
  { day: "2026-10-20", bytes: 20 },
];
const days = [dayOf("2026-10-21", 30), dayOf("2026-10-22", 40)];

it("the forecast begins where the history ends, with bands that open from there", () => {
  const points = forecastPoints({ class: "regular", history, days });
  expect(points.map(({ day, used, ahead }) => [day, used, ahead])).toEqual([
    ["2026-10-19", 10, null],
    ["2026-10-20", 20, 20],
    ["2026-10-21", null, 30],
    ["2026-10-22", null, 40],
  ]);
  expect(points.map(({ band80 }) => band80)).toEqual([null, [20, 20], [15, 36], [20, 48]]);
  expect(forecastPoints({ class: null, history, days: [] })).toHaveLength(2);
});

it("of a device that is mostly off the expected volume is drawn, not the middle, which is nothing", () => {
  const off = [dayOf("2026-10-21", 0, 7)];
  const last = (of: "regular" | "bursty" | "intermittent") =>
    forecastPoints({ class: of, history, days: off }).at(-1)?.ahead;
  expect([last("regular"), last("bursty"), last("intermittent")]).toEqual([0, 7, 7]);
});

it("a 95 % band that would leave the lines no room is cut off, and that is said", () => {
  const wide = [dayOf("2026-10-21", 30, 30, 1000)];
  expect(heightOf(forecastPoints({ class: "regular", history, days }))).toEqual({
    top: 60,
    isCut: false,
  });
  expect(heightOf(forecastPoints({ class: "regular", history, days: wide }))).toEqual({
    top: 72,
    isCut: true,
  });
  expect(heightOf([])).toEqual({ top: 0, isCut: false });
});

it("adds up the means from the last known day on, and lists all days, those to come first", () => {
  expect(spentPoints({ as_of: "2026-10-20", days })).toEqual([
    { day: "2026-10-20", spent: 0 },
    { day: "2026-10-21", spent: 30 },
    { day: "2026-10-22", spent: 70 },
  ]);
  const rows = forecastRows({ class: "regular", history, days });
  expect(rows.map(({ day }) => day)).toEqual([
    ...["2026-10-21", "2026-10-22", "2026-10-20", "2026-10-19"],
  ]);
});
