import { describe, expect, it } from "vitest";
import { ask, queryOf } from "./testing.ts";

const text = (question: string) =>
  JSON.stringify(queryOf(question)).replace(/"label":"[^"]*",?/g, "");

describe("other words for the same", () => {
  it.each([
    ["names of the customers in Austria", "which customers are in Austria"],
    ["SIMs country wise", "SIMs by country"],
    ["SIMs by country, suspended excluded", "SIMs by country except suspended"],
    ["SIMs per customer, ignoring the suspended ones", "SIMs per customer except suspended ones"],
    ["who fiddled with the SIMs last week", "who changed the SIMs last week"],
    ["SIMs nobody edited in October", "SIMs nobody changed in October"],
    ["alerts no one ever looked at", "alerts nobody has acknowledged"],
    ["which SIMs have gone through their entire bundle", "which SIMs are out of data"],
    ["how much data flowed through A1 AT last week", "how much data used on A1 AT last week"],
    ["tickets we wrapped up yesterday", "tickets resolved yesterday"],
    ["could you revert with the number of SIMs, do the needful", "the number of SIMs"],
  ])("%s", (question, plain) => {
    expect(text(question)).toBe(text(plain));
  });
});

describe("hours of a part of a day", () => {
  it.each([
    ["rejects between midnight and 6 this morning", "2026-10-21T00:00", "2026-10-21T06:00"],
    ["rejects between 2 and 4 last night", "2026-10-21T02:00", "2026-10-21T04:00"],
    ["rejects on Friday evening", "2026-10-16T18:00", "2026-10-17T00:00"],
    ["rejects overnight", "2026-10-20T18:00", "2026-10-21T06:00"],
  ])("%s", (question, from, to) => {
    expect(text(question)).toContain(`"from":"${from}:00.000Z","to":"${to}:00.000Z"`);
  });
});

it.each([
  "how many SIMs were excluded",
  "how many alerts in euros",
  "tickets opened during the week",
  "how many security tickets do we have",
  "cards that nobody uses",
])("is asked about: %s", (question) => {
  expect(ask(question).kind).toBe("clarify");
});
