import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

it.each([
  ["price of one extra MB, all tariffs, most expensive first", "desc"],
  ["overage price of every plan, cheapest first", "asc"],
  ["what does an additional MB cost per plan, dearest first", "desc"],
])("%s orders by the price that is named", (question, direction) => {
  const query = queryOf(question);
  expect(query.from).toBe("rate_plans");
  expect(query.orderBy).toEqual([{ by: "rate_plans.overage_price_per_mb", direction }]);
});

it("the cheapest plans of which nothing else is said are so by the month", () => {
  expect(queryOf("rate plans, cheapest first").orderBy?.[0]?.by).toBe("rate_plans.monthly_price");
});

it("SIMs whose plan costs so much a month", () => {
  expect(queryOf("SIMs whose plan costs more than 3 dollars a month").where).toEqual({
    member: "rate_plans.monthly_price",
    op: "gt",
    value: 3,
  });
});
