import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const plain = (question: string, ...context: string[]) =>
  JSON.stringify(queryOf(question, ...context)).replace(/"label":"[^"]*"/g, "");

describe("a turn that changes one thing", () => {
  it.each([
    ["not by cause, per operator", "rejects by cause last week", "rejects by operator last week"],
    [
      "per country rather than per operator",
      "rejects by operator last week",
      "rejects by country last week",
    ],
    ["sorry, I meant Italy", "how many SIMs in Spain", "how many SIMs in Italy"],
    ["who are they?", "how many fridges are suspended", "which fridges are suspended"],
    ["list them", "how many fridges are suspended", "which fridges are suspended"],
    [
      "over 1 GB instead",
      "SIMs that used over 500 MB last week",
      "SIMs that used over 1 GB last week",
    ],
    ["make it 14 days", "fridges not seen for 5 days", "fridges not seen for 14 days"],
    ["only critical + high", "alerts last week", "critical or high alerts last week"],
    [
      "leave out MediFridge",
      "open tickets per customer",
      "open tickets per customer excluding MediFridge",
    ],
    ["just the first 3", "top 10 SIMs by data last week", "top 3 SIMs by data last week"],
    ["and the bottom 5", "top 5 SIMs by data last week", "bottom 5 SIMs by data last week"],
    ["what about 2 GB", "SIMs that used over 1 GB last week", "SIMs that used over 2 GB last week"],
    ["and 90?", "SIMs over 80% of quota", "SIMs over 90% of quota"],
    [
      "how many fridges among them",
      "SIMs not seen for 30 days",
      "how many fridges not seen for 30 days",
    ],
    ["which customers?", "data in Spain last week", "data in Spain by customer last week"],
    ["now by country", "rejects by operator last week", "rejects by country last week"],
    [
      "and TankWatch?",
      "what share of MediFridge's SIMs is active?",
      "what share of TankWatch's SIMs is active?",
    ],
    [
      "and in Spain?",
      "what percent of SIMs in Italy are on 2G?",
      "what percent of SIMs in Spain are on 2G?",
    ],
    [
      "and in Spain?",
      "what share of MediFridge's SIMs is active?",
      "what share of MediFridge's SIMs in Spain is active?",
    ],
    ["just Scandinavia", "data in Spain last week", "data in Scandinavia last week"],
  ])("%s", (question, context, whole) => {
    expect(plain(question, context)).toBe(plain(whole));
  });

  it("may compare with another time", () => {
    expect(plain("how does that compare to August", "data usage in September")).toBe(
      plain("data usage in September versus August"),
    );
  });

  it("may compare the rows that were listed with those of another time", () => {
    expect(plain("compared with August", "tickets opened in September")).toBe(
      plain("tickets opened in September compared with August"),
    );
  });

  it("may only sort", () => {
    expect(queryOf("sort by last seen", "suspended fridges").orderBy).toEqual([
      { by: "sims.last_seen_at", direction: "desc" },
    ]);
  });
});

describe("a question of its own about what was named", () => {
  it("takes the SIM and nothing else along", () => {
    const asked = "how much data did vaccine-fridge-0001 use last week";
    expect(plain("its open alerts?", asked)).toBe(plain("open alerts of vaccine-fridge-0001"));
  });
});

describe("a turn that cannot be placed", () => {
  it.each([
    ["and in Spain?", []],
    ["and in Spain?", ["frobnicate the quux"]],
    ["which ones?", []],
    ["why?", ["how many fridges are active"]],
    ["which of them are silent?", ["suspended fridges"]],
    ["and how many of those are offline?", ["fridges in Germany"]],
  ])("%s after %j is asked about", (question, context) => {
    expect(ask(question, ...context).kind).toBe("clarify");
  });
});
