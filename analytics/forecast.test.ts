import fc from "fast-check";
import { expect, test } from "vitest";
import { between, normal, randomOf } from "#db/fleet/random.ts";
import { type FamilyName, seriesOf } from "#evals/forecast/families.ts";
import { dayOfNumber } from "./calendar.ts";
import { type Forecast, forecast, SeriesError } from "./forecast.ts";

const MB = 1024 ** 2;
const WEEK = [10, 10, 12, 12, 14, 4, 2].map((share) => share * MB);
const weekly = (days: number) => Array.from({ length: days }, (_, day) => WEEK[day % 7] ?? 0);

test("a constant series goes on, surely", () => {
  const result = forecast(new Array(90).fill(5 * MB));
  expect(result.class).toBe("regular");
  for (const day of result.days) {
    expect(day.predicted).toBeCloseTo(5 * MB, -1);
    expect(day.upper95 - day.lower95).toBeLessThan(0.01 * MB);
  }
  expect(result.total.mean).toBeCloseTo(150 * MB, -2);
  expect(result.accuracy).toMatchObject({ mase: null, origins: 5, coverage95: 1 });
});

test("a weekly pattern goes on at its weekdays, whatever day the history ends on", () => {
  for (const days of [84, 87, 90]) {
    const result = forecast(weekly(days), { horizonDays: 14 });
    result.days.forEach(({ predicted }, day) => {
      expect(predicted / (WEEK[(days + day) % 7] ?? 1)).toBeCloseTo(1, 1);
    });
    expect(result.accuracy?.wapePercent).toBeLessThan(5);
  }
});

test("a device that is off at weekends is regular and expected to be off", () => {
  const random = randomOf(4);
  const result = forecast(
    Array.from({ length: 140 }, (_, day) => (day % 7 >= 5 ? 0 : MB * between(random, 0.8, 1.2))),
  );
  expect(result.class).toBe("regular");
  expect(result.days[5]).toMatchObject({ predicted: 0, mean: 0, upper95: 0 });
  expect(result.days[0]?.predicted).toBeGreaterThan(0.85 * MB);
});

test("a slow drift is followed and not cut off as outliers", () => {
  const random = randomOf(8);
  // Rises by 2 % a day over the last 50 days, to 2.7 times its level.
  const rising = Array.from(
    { length: 150 },
    (_, day) => MB * Math.exp(0.02 * Math.max(0, day - 100) + 0.04 * normal(random)),
  );
  const last = MB * Math.exp(1);
  const week = forecast(rising, { horizonDays: 7 });
  expect(week.days[0]?.predicted).toBeGreaterThan(0.93 * last);
  expect(week.total.upper80).toBeGreaterThan(7 * last);
});

test("after a step the new level counts, and one wild day changes little", () => {
  const random = randomOf(9);
  const stepped = Array.from(
    { length: 120 },
    (_, day) => (day < 90 ? 10 : 30) * MB * between(random, 0.9, 1.1),
  );
  expect(forecast(stepped).total.mean / (900 * MB)).toBeCloseTo(1, 1);
  const steady = stepped.slice(0, 90);
  const spiked = steady.with(89, 500 * MB);
  expect(forecast(spiked).total.mean).toBeLessThan(1.2 * forecast(steady).total.mean);
});

test.each<[FamilyName, Forecast["class"]]>([
  ["weekly-profile", "regular"],
  ["weekend-off", "regular"],
  ["trend-and-shifts", "regular"],
  ["croston", "intermittent"],
  ["heavy-zeros", "intermittent"],
  ["bursty", "bursty"],
  ["death", "silent"],
])("%s is %s", (family, expected) => {
  const classes = Array.from(
    { length: 20 },
    (_, seed) => forecast(seriesOf(family, seed, 180), { backtestOrigins: 0 }).class,
  );
  expect(classes.filter((found) => found === expected).length).toBeGreaterThanOrEqual(18);
});

test("all zeros and a device that stopped are silent, and nothing is expected", () => {
  const silent = forecast(new Array(60).fill(0), { remainingBytes: MB });
  expect(silent).toMatchObject({ class: "silent", total: { mean: 0, upper95: 0 } });
  expect(silent.runOut).toMatchObject({ day: null, probability: 0 });
  expect(forecast([...weekly(100), ...new Array(40).fill(0)]).class).toBe("silent");
});

test("one day gives a wide range and says why", () => {
  const result = forecast([3 * MB]);
  expect(result.notes.join()).toContain("Only 1 day of history");
  expect(result.accuracy).toBeNull();
  const [day] = result.days;
  expect(day?.predicted).toBe(3 * MB);
  expect(day?.lower95).toBe(0);
  expect(day?.upper95).toBeGreaterThan(6 * MB);
});

test("unknown, negative and absurd days are filled in and told", () => {
  const dirty: (number | null)[] = weekly(90);
  dirty[20] = Number.NaN;
  dirty[21] = null;
  dirty[40] = -5;
  dirty[60] = 1e300;
  dirty[70] = Number.POSITIVE_INFINITY;
  const result = forecast(dirty);
  expect(result.total.mean / forecast(weekly(90)).total.mean).toBeCloseTo(1, 1);
  expect(result.notes).toEqual([
    "1 negative volume was left out.",
    "2 volumes of more than a petabyte a day were left out.",
    "5 unknown days were filled in from the weeks around.",
  ]);
});

test("points may repeat, miss, come in any order or have a clock years off", () => {
  const start = 20_000;
  const points = weekly(90).map((value, day) => ({ day: dayOfNumber(start + day), value }));
  const missing = points.filter((_, day) => day !== 50 && day !== 51);
  const result = forecast([
    ...missing.toReversed(),
    { day: dayOfNumber(start + 10), value: WEEK[3] },
    { day: "1970-01-01", value: 1 },
    { day: "2024-02-30", value: 1 },
  ]);
  expect(result.days[0]?.day).toBe(dayOfNumber(start + 90));
  expect(result.notes).toEqual([
    "1 row had no valid day and was left out.",
    "1 day came more than once: the last value counts.",
    "1 day more than a year away from the others was left out.",
    "2 days without a row count as days without use.",
  ]);
  const asUnknown = forecast(missing, { gaps: "missing" });
  expect(asUnknown.notes.at(-1)).toBe("2 unknown days were filled in from the weeks around.");
});

test("a forecast starts after the last known day", () => {
  const points = weekly(60).map((value, day) => ({
    day: dayOfNumber(20_000 + day),
    value: day < 57 ? value : null,
  }));
  const result = forecast(points);
  expect(result).toMatchObject({ historyDays: 57, notes: ["The newest 3 days were not known."] });
  expect(result.days[0]?.day).toBe(dayOfNumber(20_057));
  expect((result.days[0]?.predicted ?? 0) / (WEEK[57 % 7] ?? 1)).toBeCloseTo(1, 1);
});

test("a short trend leaves a total that is unsure, but no nonsense", () => {
  const { total } = forecast(Array.from({ length: 20 }, (_, day) => (1 + 2 * day) * MB));
  expect(total.median).toBeGreaterThan(0.5 * total.mean);
  expect(total.upper95).toBeLessThan(6 * total.mean);
  expect(total.upper80).toBeGreaterThan(1.2 * total.mean);
});

test("what cannot be forecast is a sentence", () => {
  const fails = (run: () => unknown) => expect(run).toThrow(SeriesError);
  fails(() => forecast([]));
  fails(() => forecast([Number.NaN, null]));
  fails(() => forecast([{ day: "yesterday", value: 1 }]));
  fails(() => forecast([1], { horizonDays: 6 }));
  fails(() => forecast([1], { horizonDays: 91 }));
  fails(() => forecast([1], { remainingBytes: Number.NaN }));
});

test("a quota runs out when the days add up to it", () => {
  const history = new Array(90).fill(10 * MB);
  const at = (remainingBytes: number) => forecast(history, { remainingBytes }).runOut;
  expect(at(95 * MB)).toMatchObject({
    earliestDay: 10,
    day: 10,
    latestDay: 10,
    probability30Days: 1,
  });
  expect(at(400 * MB)?.day).toBeNull();
  expect(at(400 * MB)?.probability).toBeLessThan(1e-6);
  expect(at(0)).toMatchObject({ day: 1, probability: 1 });
  const noisy = seriesOf("weekly-profile", 3, 180);
  const { total } = forecast(noisy);
  const half = forecast(noisy, { remainingBytes: total.median }).runOut;
  expect(half?.probability30Days).toBeCloseTo(0.5, 1);
  expect(half?.earliestDay).toBeLessThanOrEqual(half?.day ?? 30);
});

test("any history gives ordered, finite, non-negative bounds that grow with their promise", () => {
  const volume = fc.oneof(
    fc.constant(0),
    fc.double({ min: 0, max: 1e9, noNaN: true }),
    fc.double(),
    fc.constant(Number.NaN),
    fc.double({ min: 0, max: 1e15, noNaN: true }),
  );
  fc.assert(
    fc.property(
      fc.array(volume, { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 7, max: 90 }),
      fc.double({ min: 0, max: 1e12, noNaN: true }),
      (history, horizonDays, remainingBytes) => {
        fc.pre(history.some((value) => value >= 0 && value <= 1e15));
        const result = forecast(history, { horizonDays, remainingBytes, backtestOrigins: 1 });
        expect(result.days).toHaveLength(horizonDays);
        for (const day of [...result.days, { ...result.total, predicted: result.total.median }]) {
          const ordered = [0, day.lower95, day.lower80, day.predicted, day.upper80, day.upper95];
          for (const value of ordered) expect(value).toSatisfy(Number.isFinite);
          for (let i = 1; i < ordered.length; i++) {
            expect(ordered[i]).toBeGreaterThanOrEqual((ordered[i - 1] ?? 0) * (1 - 1e-9));
          }
        }
        const sum = result.days.reduce((total, day) => total + day.mean, 0);
        expect(Math.abs(sum - result.total.mean)).toBeLessThanOrEqual(1e-6 * (1 + sum));
        expect(result.runOut?.probability).toSatisfy(
          (chance: number) => chance >= 0 && chance <= 1,
        );
      },
    ),
    { numRuns: 150, seed: 11 },
  );
});

test("ten times the volume is ten times the forecast", () => {
  for (const family of ["weekly-profile", "croston", "bursty"] as const) {
    const history = seriesOf(family, 5, 150);
    const once = forecast(history);
    const tenfold = forecast(history.map((value) => 10 * value));
    expect(tenfold.total.upper80 / once.total.upper80).toBeCloseTo(10, 3);
    expect(tenfold.accuracy?.mase).toBeCloseTo(once.accuracy?.mase ?? 0, 3);
  }
});
