import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const meaning = (question: string) => JSON.stringify(queryOf(question));

describe("what people say who think aloud or in German", () => {
  it.each([
    [
      "active SIMs per country. never-seen SIMs out",
      "active SIMs per country excluding never-seen SIMs",
    ],
    [
      "p95 MT delay sent->delivered by RAT last 30d",
      "p95 MT delay sent to delivered by RAT last 30d",
    ],
    [
      "For each person, how many minutes have passed on average between triggering and acknowledging?",
      "average minutes between triggering and acknowledging per person",
    ],
    [
      "average traffic in September on a Monday, on a Tuesday and so on up to Sunday",
      "average traffic in September per weekday",
    ],
    [
      "which fridges have made in the last week on no single day any traffic",
      "which fridges had no traffic in the last week",
    ],
    ["State the number of SIMs by customer", "number of SIMs by customer"],
    ["share of SIMs still using 2G per country", "share of SIMs on 2G per country"],
    [
      "My boss says that the fridges used more data in September than in August. Is he right?",
      "is it true that the fridges used more data in September than in August",
    ],
    [
      "how many customers do we have, and how many SIMs each of them",
      "number of SIMs per customer",
    ],
    ["did anything critical fire since midnight", "which critical alerts fired since midnight"],
    [
      "how many cards are down right now, i mean not seen for a day, nothing fancy",
      "how many cards are not seen for a day",
    ],
    [
      "which fridges have a data quota, expiring in October, while more than half of it is still there",
      "which fridges with a data quota expiring in October with more than half of their data left",
    ],
    ["rejects of the gateways since the rollout on 12 Oct", "rejects of the gateways since 12 Oct"],
    [
      "SIMs of TankWatch. Those which are silent the longest shall stand at the top",
      "SIMs of TankWatch, longest silent first",
    ],
    ["alerts per rule last week, worst rule on top", "alerts per rule last week, worst first"],
    ["For my pitch on Thursday: number of SIMs per country", "number of SIMs per country"],
    ["SIMs with no traffic 30d", "SIMs with no traffic in the last 30 days"],
  ])("%s", (said, plain) => {
    expect(meaning(said)).toBe(meaning(plain));
  });

  it("keeps a condition that comes first", () => {
    const asked = "if we accepted all the downgrade suggestions, what would we save per month?";
    expect(meaning(asked)).toContain('"value":"downgrade"');
  });

  it.each([
    "How many tickets were unresolved at the end of each day last week?",
    "SIMs that used more than 50 MB in each of the last 3 months",
    "credits: SIMs that were frobnicated the whole September",
  ])("is asked about where no query says it: %s", (question) => {
    expect(ask(question).kind).toBe("clarify");
  });
});
