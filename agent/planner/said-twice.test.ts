import { describe, expect, test } from "vitest";
import { ask, queryOf } from "./testing.ts";

describe("what is said a second time in other words", () => {
  test("a bound in brackets is the one before it", () => {
    const query = queryOf(
      "SIMs with more than even odds (>50%) to run out of data in the next 30 days",
    );
    expect(query.where).toEqual({
      member: "outlook_data.exhaustion_probability_30d",
      op: "gt",
      value: 0.5,
    });
  });

  test("a time in brackets says which days are meant", () => {
    const query = queryOf("predicted usage for the coming week (the seven days from tomorrow)");
    expect(query.where).toMatchObject({ from: "2026-10-22", to: "2026-10-29" });
  });

  test("how large a figure is has no priority, and is asked about without a bound", () => {
    expect(queryOf("tickets with low confidence, under 0.5").where).toEqual({
      member: "support_tickets.confidence_score",
      op: "lt",
      value: 0.5,
    });
    expect(ask("tickets with low confidence").kind).toBe("clarify");
  });
});

test("a value that is asked about one SIM is shown, and hides nothing", () => {
  const query = queryOf("which network is vaccine-fridge-0012 on and is it 4G");
  expect(query.where).toMatchObject({ member: "sims.label" });
});

test("until when something is valid is its expiry", () => {
  const query = queryOf("until when is the data of vaccine-fridge-0012 valid");
  expect(query.columns).toContain("quota_data.expires_at");
});

test("traffic that is a condition falls into the time of the figure", () => {
  const query = queryOf("median usage per fridge in September, only those that had traffic");
  expect(JSON.stringify(query.where)).toContain('"related":"sim_usage_daily"');
  expect(JSON.stringify(query.where).match(/2026-09-01/g)).toHaveLength(2);
});
