import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

it("several states are counted together and each by itself", () => {
  const { measures } = queryOf("number of active and suspended SIMs per country");
  expect(measures?.map(({ as }) => as)).toEqual(["sims", "active", "suspended"]);
});

it("any of them is one number", () => {
  expect(queryOf("number of active or suspended SIMs per country").measures).toHaveLength(1);
});

it("hours can be ranked, several of them", () => {
  expect(queryOf("the five busiest hours yesterday")).toMatchObject({
    groupBy: [{ member: "sim_usage.timestamp", grain: "hour" }],
    limit: 5,
  });
});
