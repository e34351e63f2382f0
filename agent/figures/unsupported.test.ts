import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unsupported } from "./unsupported.ts";

const answer = {
  interpretation: "Total data by customer last week (from 12 to 18 Oct 2026), over 1 GB",
  rows: [
    { customer: "VoltCharge", used: 13_314_398_617, share: 0.4312 },
    { customer: "CityBikes", used: 1_503_238_554, share: 0.0487 },
  ],
  row_count: 37,
};

describe("the figures of a model's text", () => {
  it.each([
    "VoltCharge used **12.4 GB** last week, 43.1 % of all.",
    "37 customers, from 12 to 18 October 2026; the first 2 are shown.",
    "CityBikes used 1,503,238,554 bytes, 1.4 GB or 1434 MB.",
    "1. VoltCharge\n2. CityBikes",
    "On 2026-10-14T09:30:00Z, the 3rd day of Q4, nothing stood out.",
    "More than 1 GB, as you asked.",
    "No figure at all.",
  ])("stand in the results: %s", (text) => {
    expect(unsupported(text, [answer])).toEqual([]);
  });

  it.each([
    ["VoltCharge used 14.9 GB.", ["14.9 GB"]],
    ["That is 9 times as much, about 13.8 GB in all.", ["9", "13.8 GB"]],
    ["It grew by 12 %.", []], // 12 stands in the period: a figure of the result, though of another thing
    ["It grew by 27.5 %.", ["27.5 %"]],
    ["38 customers.", ["38"]],
    ["SIM 8988303188290000012 is silent.", ["8988303188290000012"]],
  ])("are found where they do not: %s", (text, expected) => {
    expect(unsupported(text, [answer])).toEqual(expected);
  });

  it("may come from the person's own question", () => {
    expect(unsupported("None used over 750 MB.", [answer, "who used over 750 MB?"])).toEqual([]);
  });

  it("are always found when they are exact values of the rows", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e12 }), { minLength: 1 }), (values) => {
        const text = values.map((value) => `It is ${value.toLocaleString("en-GB")}.`).join(" ");
        expect(unsupported(text, [{ rows: values.map((value) => ({ value })) }])).toEqual([]);
      }),
    );
  });
});
