import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const first = (question: string) => {
  const { orderBy, limit } = queryOf(question);
  return { by: orderBy?.[0]?.by, direction: orderBy?.[0]?.direction, limit };
};

describe("who rose or fell most", () => {
  it.each([
    ["which customer grew the most last month", "desc"],
    ["fastest growing customer last month", "desc"],
    ["which customer gained the most traffic last month vs the month before", "desc"],
    ["slowest growing customer last month", "asc"],
    ["which customer shrank the most last month", "asc"],
    ["which operator shrank fastest last month", "asc"],
    ["which customer's usage dropped most last month", "asc"],
    ["biggest drop by country last month", "asc"],
    ["which customer lost the most traffic last month vs the month before", "asc"],
  ] as const)("%s: %s", (question, direction) => {
    expect(first(question)).toEqual({ by: "change", direction, limit: 1 });
  });

  it("sorts by how far it rose or fell", () => {
    expect(first("rank customers by growth last month").direction).toBe("desc");
    expect(first("rank customers by decline last month").direction).toBe("asc");
  });

  it("is by number also of rows that are counted", () => {
    expect(first("which operator had the biggest increase in rejects last week").by).toBe("change");
  });

  it("is asked about where it is not said of what, or among what", () => {
    expect(ask("biggest change by customer last week").kind).toBe("clarify");
    expect(ask("whose data went down the most last month").kind).toBe("clarify");
  });

  it("leaves the fastest message the fastest", () => {
    expect(queryOf("slowest SMS last week").measures).toBeUndefined();
  });
});
