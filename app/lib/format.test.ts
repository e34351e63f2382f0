import { expect, test } from "vitest";
import {
  countOf,
  formatDay,
  formatDuration,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSize,
  formatVolume,
  groupIccid,
} from "./format.ts";

const NOW = new Date("2026-10-22T12:00:00Z");
const EN = "en-GB";

test("an ICCID is read in groups of four", () => {
  expect(groupIccid("8988228066612345678")).toBe("8988 2280 6661 2345 678");
});

test("volumes have three digits, and the exact bytes beside them", () => {
  expect(formatVolume(1_331_439_861, undefined, EN)).toEqual({
    text: "1.24 GB",
    exact: "1,331,439,861 bytes",
  });
  expect(formatVolume(2_791_728_742).text).toBe("2.60 GB");
  expect(formatVolume(2 * 1024 ** 3).text).toBe("2.00 GB");
  expect(formatVolume(1023).text).toBe("1023 B");
  expect(formatVolume(0).text).toBe("0 B");
  expect(formatVolume(-(1024 ** 2)).text).toBe("-1.00 MB");
});

test("volumes are written as the reader does, sizes without zeros that say nothing", () => {
  expect(formatVolume(1_331_439_861, undefined, "de-DE")).toEqual({
    text: "1,24 GB",
    exact: "1.331.439.861 bytes",
  });
  expect(formatSize(1.5 * 1024 ** 3, "de-DE")).toBe("1,5 GB");
  expect(formatSize(500 * 1024 ** 2, EN)).toBe("500 MB");
});

test("a volume that is already in a unit keeps it", () => {
  expect(formatVolume(12.5, "MB", EN).text).toBe("12.5 MB");
});

test("percentages have at most one decimal, and all of them on hover", () => {
  expect(formatPercent(33.333333, EN)).toEqual({ text: "33.3 %", exact: "33.333333 %" });
  expect(formatPercent(50, EN)).toEqual({ text: "50 %" });
});

test("numbers are grouped; small ones keep two decimals", () => {
  expect(formatNumber(1234567.8, EN)).toEqual({ text: "1,234,568", exact: "1,234,567.8" });
  expect(formatNumber(2.34567, EN).text).toBe("2.35");
});

test("money is in its currency, or a plain amount where that is no currency", () => {
  expect(formatMoney(1234.5, "EUR", EN).text).toBe("€1,234.50");
  expect(formatMoney(2, "points", EN).text).toBe("2.00");
});

test("durations have two parts", () => {
  expect(formatDuration(5400).text).toBe("1 h 30 min");
  expect(formatDuration(90, "minute").text).toBe("1 h 30 min");
  expect(formatDuration(59.99, "minute").text).toBe("59 min 59 s");
  expect(formatDuration(3, "day").text).toBe("3 days");
  expect(formatDuration(-120).text).toBe("−2 min");
});

test("a day has no zone, and shows its year only when it is another one", () => {
  expect(formatDay("2026-10-14", NOW, "day", EN).text).toBe("14 Oct");
  expect(formatDay("2025-12-31", NOW, "day", EN).text).toBe("31 Dec 2025");
});

test("a day that stands for a longer period says the period", () => {
  expect(formatDay("2026-10-01", NOW, "month", EN).text).toBe("Oct 2026");
  expect(formatDay("2026-10-01", NOW, "quarter", EN).text).toBe("Q4 2026");
  expect(formatDay("2026-01-01", NOW, "year", EN).text).toBe("2026");
  expect(formatDay("2026-10-12", NOW, "week", EN)).toEqual({
    text: "12 Oct",
    exact: expect.stringMatching(/^week from Monday,? 12 October 2026$/),
  });
});

test("an instant is relative when it is under a week away, and exact on hover", () => {
  expect(formatInstant("2026-10-22T09:00:00Z", NOW, EN).text).toBe("3 hr ago");
  expect(formatInstant("2026-10-16T12:00:01Z", NOW, EN).text).toBe("5 days ago");
  expect(formatInstant("2026-10-01T09:00:00Z", NOW, EN).text).toMatch(/^1 Oct/);
  expect(formatInstant("2026-10-22T09:00:00Z", NOW, EN).exact).toContain("2026");
});

test("what is no date is shown as it is", () => {
  expect(formatInstant("never", NOW)).toEqual({ text: "never" });
  expect(formatDay("never", NOW)).toEqual({ text: "never" });
});

test("one of a thing is singular", () => {
  expect(countOf(1, "SIM")).toBe("1 SIM");
  expect(countOf(1200, "SIM", undefined, EN)).toBe("1,200 SIMs");
});
