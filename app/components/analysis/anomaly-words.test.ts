import { expect, it } from "vitest";
import type { AnomalyStatus } from "#domain/analysis/anomaly.ts";
import { anomalyPoints } from "./anomaly-points.ts";
import { reviewsOf } from "./anomaly-review.ts";
import { daysWords, kindWords, volumesWords } from "./anomaly-words.ts";
import { SPIKE } from "./testing.ts";

const NOW = new Date("2026-10-21T09:30:00Z");

it("says on which days, and how far off", () => {
  const words = (of: Partial<typeof SPIKE>) => daysWords({ ...SPIKE, ...of }, NOW, "en");
  expect(words({})).toBe("Oct 14 – Oct 16 (3 days)");
  expect(words({ last_day: "2026-10-14", days: 1 })).toBe("Oct 14");
  expect(words({ is_ongoing: true, days: 9 })).toBe("since Oct 14 (9 days)");
  expect(volumesWords(SPIKE)).toBe("500 MB a day, expected 100 MB");
  expect(volumesWords({ ...SPIKE, kind: "imei" })).toBeNull();
});

it("tells the event of a group from a SIM that moved with it", () => {
  expect(kindWords({ kind: "cohort", iccid: null })).toBe("A group moved together");
  expect(kindWords({ kind: "cohort", iccid: "8988280777000000001" })).toBe("Moved with its group");
  expect(kindWords({ ...SPIKE, kind: "cohort" })).toBe("Moved with its group");
  expect(kindWords(SPIKE)).toBe("More than expected");
});

it("rings the days of what is an anomaly, and none of what was called none", () => {
  const days = ["13", "14", "15", "16", "17"].map((day) => ({
    ...{ day: `2026-10-${day}`, observed: day === "15" ? null : 9, expected: 5 },
  }));
  const ringed = (status: "open" | "dismissed") =>
    anomalyPoints({ days, anomalies: [{ ...SPIKE, status }] }).map((point) => point.ringed);
  expect(ringed("open")).toEqual([null, 9, 0, 9, null]);
  expect(ringed("dismissed")).toEqual([null, null, null, null, null]);
});

it("offers what can still be said of it", () => {
  const offered = (status: AnomalyStatus) =>
    reviewsOf({ ref: "7", status }).map(({ label }) => label);
  expect(offered("open")).toEqual(["Confirm", "Not an anomaly"]);
  expect(offered("confirmed")).toEqual(["Not an anomaly", "Reopen"]);
  expect(offered("dismissed")).toEqual(["Reopen"]);
});
