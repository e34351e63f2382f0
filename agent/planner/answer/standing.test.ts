import { expect, it } from "vitest";
import { standingSentence } from "./standing.ts";

it("an overview in words has the figures that matter", () => {
  const sentence = standingSentence("fleet_overview", {
    sims: 1000,
    seen_24h: 812,
    open_alerts: [
      { severity: "critical", alerts: 1 },
      { severity: "low", alerts: 4 },
    ],
    open_tickets: 1,
    data_quota_over_90_percent: 7,
    running_out_in_7_days: 2,
  });
  expect(sentence).toBe(
    "**812** of 1,000 SIMs were seen in the last 24 hours. Open: 5 alerts, 1 of them critical, and 1 ticket. 7 SIMs used over 90 % of the data quota, and 2 may run out within 7 days.",
  );
});

it("a synchronisation in words says what is late", () => {
  const kind = { as_of: "2026-10-21T09:00:00Z", is_stale: false };
  const kinds = [
    { ...kind, kind: "usage" },
    { ...kind, kind: "quota", as_of: "2026-10-19T09:00:00Z", is_stale: true },
  ];
  expect(standingSentence("sync_status", { provider: "1NCE", kinds, differences: 2 })).toBe(
    "The newest data is from **21 Oct, 09:00 UTC**. Older than it should be: quotas. 2 differences from 1NCE.",
  );
});

it.each([
  [1, false, "**1 difference** from the provider; the newest is of pump-1."],
  [2, false, "**2 differences** from the provider; the newest is of pump-1."],
  [2, true, "**More than 2 differences** from the provider; the newest is of pump-1."],
])("%i differences, more of them: %s", (count, has_more, sentence) => {
  const differences = Array(count).fill({ iccid: "8988280666000010001", label: "pump-1" });
  expect(standingSentence("list_drift", { differences, has_more })).toBe(sentence);
});
