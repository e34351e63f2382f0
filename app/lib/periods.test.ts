import { describe, expect, it } from "vitest";
import { usualPeriods } from "./periods.ts";

const on = (now: string) =>
  Object.fromEntries(usualPeriods(new Date(now)).map(({ label, from, to }) => [label, [from, to]]));

describe("the usual periods", () => {
  it("are half-open UTC days, weeks from Monday", () => {
    expect(on("2026-10-21T09:30:00Z")).toEqual({
      yesterday: ["2026-10-20", "2026-10-21"],
      "last 7 days": ["2026-10-14", "2026-10-21"],
      "last week": ["2026-10-12", "2026-10-19"],
      "this month": ["2026-10-01", "2026-10-22"],
      "last month": ["2026-09-01", "2026-10-01"],
      "last 90 days": ["2026-07-23", "2026-10-21"],
    });
  });

  it("cross the year, and a Sunday belongs to the week before it", () => {
    const sunday = on("2027-01-03T23:59:59Z");
    expect(sunday["last week"]).toEqual(["2026-12-21", "2026-12-28"]);
    expect(sunday["last month"]).toEqual(["2026-12-01", "2027-01-01"]);
  });
});
