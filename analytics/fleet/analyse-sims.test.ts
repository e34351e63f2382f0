import { expect, it } from "vitest";
import { DEFAULT_CALIBRATION } from "../forecast/calibration.ts";
import { analyseSims } from "./analyse-sims.ts";
import { Analyst } from "./analyst.ts";
import { BOARD_DAYS, FORECAST_DAYS, type SimToAnalyse } from "./types.ts";

const DAYS = 180;
const GB = 1024 ** 3;
const LAST_DAY = 20_746;
const analyst = () =>
  new Analyst({
    id: "run",
    firstDay: LAST_DAY - DAYS + 1,
    lastDay: LAST_DAY,
    calibration: DEFAULT_CALIBRATION,
    windows: new Float64Array(0),
    plans: [
      {
        name: "S",
        currency: "EUR",
        monthlyPrice: "1",
        includedBytes: GB,
        overagePricePerMb: "0.01",
      },
    ],
  });

function sim(id: string, values: readonly (number | string)[], more: Partial<SimToAnalyse> = {}) {
  const first = DAYS - values.length;
  return {
    id,
    usage: { days: `{${values.map((_, i) => first + i)}}`, values: `{${values}}` },
    sms: null,
    data: { remaining: GB, lastsDays: null },
    smsQuota: null,
    plan: "S",
    isActive: true,
    sums: ["fleet"],
    dismissed: [],
    seen: null,
    ...more,
  } satisfies SimToAnalyse;
}

const every = (value: number | string, days = DAYS) => Array<number | string>(days).fill(value);
const usual = Array.from({ length: DAYS }, (_, day) => 1e7 + 1e6 * (day % 7) + 1e5 * (day % 5));

it("days that cannot be are told with their reason, and every other SIM is analysed", () => {
  const some = (bad: number | string) => usual.map((value, day) => (day % 60 === 7 ? bad : value));
  const analysed = analyseSims(analyst(), [
    sim("usual", usual),
    sim("negative", every(-1)),
    sim("nan", every("NaN")),
    sim("absurd", every("9223372036854775807")),
    sim("infinite", every("Infinity")),
    sim("one day", [5_000_000]),
    sim("constant", every(4096)),
    sim("zeros", every(0)),
    sim("nothing", [], { usage: null }),
    sim("partly negative", some(-5)),
    sim("partly absurd", some("9223372036854775807")),
    sim("last", usual),
  ]);
  const unknown = "There is no day with a known volume.";
  expect(Object.fromEntries(analysed.problems.map(({ id, problem }) => [id, problem]))).toEqual({
    negative: unknown,
    nan: unknown,
    absurd: unknown,
    infinite: unknown,
    "partly negative":
      "3 negative volumes were left out. 3 unknown days were filled in from the weeks around.",
    "partly absurd":
      "3 volumes of more than a petabyte a day were left out. 3 unknown days were filled in from the weeks around.",
  });
  expect(analysed.forecasts.iccid).toBe(
    '{usual,"one day",constant,"partly negative","partly absurd",last}',
  );
  const numbers = analysed.forecasts.days.match(/-?\w+/g) ?? [];
  expect(numbers).toHaveLength(6 * 5 * FORECAST_DAYS);
  expect(numbers.every((number) => /^\d+$/.test(number))).toBe(true);
  // each has an answer: the chance that it runs out, or that it is not known
  expect(analysed.outlooks.probability.split(",")).toHaveLength(12);
  expect(analysed.outlooks.probability.match(/null/g)).toHaveLength(4);
  expect(analysed.judged).toEqual([
    "usual",
    "constant",
    "partly negative",
    "partly absurd",
    "last",
  ]);
  expect(analysed.anomalies).toEqual([]);
  const sum = analysed.board.observed.reduce((total, value) => total + value, 0);
  expect(Number.isFinite(sum)).toBe(true);
  expect(analysed.board.deviations).toHaveLength(12 * BOARD_DAYS);
  expect(analysed.sumStates.every(Number.isFinite)).toBe(true);
  expect(analysed.sumStates[1]).toBe(6); // its parts
});
