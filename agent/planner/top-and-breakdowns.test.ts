import { describe, expect, it } from "vitest";
import { queryOf } from "./testing.ts";

describe("what is on top", () => {
  it.each([
    ["top operator by data last month", 1],
    ["top customer by open tickets", 1],
    ["top SIM by data last month", 1],
    ["top customers by data last month", undefined],
    ["top SIMs by data last month", undefined],
    ["worst 5 SIMs by rejects last week", 5],
  ] as const)("%s: the first %s, largest first", (question, limit) => {
    const query = queryOf(question);
    expect(query.orderBy?.[0]?.direction).toBe("desc");
    expect(query.limit).toBe(limit);
  });
});

describe("breakdowns", () => {
  it.each([
    ["SIM status breakdown", "SIMs by status"],
    ["breakdown of SIMs by status", "SIMs by status"],
    ["activations per week since July", "SIMs activated per week since July"],
  ])("%s", (question, plain) => {
    expect(queryOf(question)).toEqual(queryOf(plain));
  });
});
