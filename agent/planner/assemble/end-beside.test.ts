import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

describe("the first or last date of each group", () => {
  it.each([
    "how many open tickets does each customer have and when did the oldest one come in?",
    "open tickets per customer and the date of the oldest one",
    "how many open tickets does each customer have, and from which day is the oldest one?",
  ])("stands beside its number: %s", (question) => {
    expect(queryOf(question)).toMatchObject({
      measures: [
        { measure: { agg: "count" } },
        { as: "oldest", measure: { agg: "min", of: "support_tickets.created_at" } },
      ],
      groupBy: [{ member: "support_tickets.customer" }],
    });
  });

  it("may be the last one", () => {
    expect(queryOf("alerts per rule last week and when was the latest one").measures?.[1]).toEqual({
      as: "latest",
      measure: { agg: "max", of: "alerts.triggered_at" },
    });
  });
});
