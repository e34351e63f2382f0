import { expect, it } from "vitest";
import { accuracyWords, chanceText, runOutWords } from "./forecast-words.ts";

const NOW = new Date("2026-10-21T09:30:00Z");
const runOut = { probability: 0.7, probability_30_days: 0.7 };

it("says when a quota runs out, and how sure that is", () => {
  const dates = (date: string | null, earliest_date: string | null, latest_date: string | null) =>
    runOutWords({ ...runOut, date, earliest_date, latest_date }, NOW, "en");
  expect(dates("2026-10-27", "2026-10-24", "2026-11-02")).toBe(
    "Oct 27, likely between Oct 24 and Nov 2",
  );
  expect(dates("2026-10-27", "2026-10-24", null)).toBe("Oct 27, likely not before Oct 24");
  expect(dates(null, "2026-11-10", null)).toBe("not likely in these days, Nov 10 at the earliest");
  expect(dates(null, null, null)).toBe("not in these days");
  expect([0, 0.004, 0.456, 0.9999].map(chanceText)).toEqual([
    "under 1 %",
    "under 1 %",
    "46 %",
    "over 99 %",
  ]);
});

it("says how good forecasts have been against repeating the week before", () => {
  const accuracy = {
    ...{ origins: 5, horizon_days: 30, wape_percent: 12, mape_percent: null },
    ...{ coverage_80: 0.813, coverage_95: 0.96, total_error_percent: 7.25 },
  };
  expect(accuracyWords({ ...accuracy, mase: 0.72 }).slice(1)).toEqual([
    "It was off by 72 % of what repeating the week before would have been.",
    "Its totals were off by 7.3 %.",
    "81 % of the days fell inside the 80 % band.",
  ]);
  expect(accuracyWords({ ...accuracy, mase: 1.3 })[1]).toContain("farther off");
  expect(accuracyWords({ ...accuracy, mase: null, total_error_percent: null })).toHaveLength(2);
});
