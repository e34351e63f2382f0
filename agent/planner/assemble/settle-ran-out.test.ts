import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

it.each([
  "SIMs predicted to exceed their quota within 5 days",
  "which SIMs will exceed their quota in the next 5 days",
])("%s are those that run out", (question) => {
  expect(queryOf(question).where).toMatchObject({
    time: "outlook_data.exhaustion_date",
    from: "2026-10-21",
  });
});

it("the SIMs nearest to their quota are ranked by the part that is used", () => {
  expect(queryOf("the 10 SIMs nearest to their quota limit")).toMatchObject({
    orderBy: [{ by: "quota_data.used_percent", direction: "desc" }],
    limit: 10,
  });
});

it.each(["SIMs that ran out", "which SIMs have run out", "SIMs that have already run out of data"])(
  "%s have nothing left now",
  (question) => {
    expect(queryOf(question).where).toMatchObject({
      member: "quota_data.remaining",
      op: "lte",
      value: 0,
    });
  },
);

it("the next ones to run out are the first", () => {
  const { orderBy, limit } = queryOf("next 5 SIMs to run out");
  expect({ limit, by: orderBy?.[0] }).toEqual({
    limit: 5,
    by: { by: "outlook_data.exhaustion_date", direction: "asc" },
  });
});
