import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

describe("the last use of data is a date", () => {
  it.each([
    "when did vaccine-fridge-0001 last use data",
    "last usage of vaccine-fridge-0001",
    "when was the last traffic of vaccine-fridge-0001",
  ])("%s", (question) => {
    expect(queryOf(question)).toMatchObject({
      from: "sims",
      measures: [
        {
          as: "last_day_with_data",
          measure: { related: "sim_usage_daily", measure: { agg: "max" } },
        },
        { as: "last_data_at", measure: { related: "sim_usage", measure: { agg: "max" } } },
      ],
    });
  });

  it("of several SIMs by the daily figures alone", () => {
    expect(queryOf("when did each fridge last send data").measures).toHaveLength(1);
  });

  it("and the first one likewise", () => {
    expect(JSON.stringify(queryOf("first usage of vaccine-fridge-0001"))).toContain('"min"');
  });
});

it("a first traffic within some time may be meant either way", () => {
  expect(ask("which SIMs had their first traffic this month").kind).toBe("clarify");
});

it("how much it was is another question", () => {
  expect(JSON.stringify(queryOf("last 10 days usage of vaccine-fridge-0001"))).toContain('"sum"');
});
