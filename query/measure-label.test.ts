import { expect, it } from "vitest";
import { measureLabel } from "./measure-label.ts";

const during = (label: string) => ({ time: "alerts.triggered_at", from: "2026-10-12", label });

it("tells figures of two periods, or of two states, apart", () => {
  expect(measureLabel({ agg: "count", where: during("last week") })).toBe("Count (last week)");
  expect(
    measureLabel({
      agg: "sum",
      of: "sim_usage_daily.total_volume",
      where: { and: [{ member: "sims.status", op: "eq", value: "active" }, during("August 2026")] },
    }),
  ).toBe("Total data (active, August 2026)");
});

it("says no more of a figure that stands alone", () => {
  expect(measureLabel({ agg: "count", per: ["day"] })).toBe("Count per day");
});
