import { expect, test } from "vitest";
import { queryOf } from "../testing.ts";

test("never is of the day that is named behind it", () => {
  const text = JSON.stringify(
    queryOf("SIMs that attached but never started a session yesterday").where,
  );
  expect(text.match(/2026-10-20T/g)).toHaveLength(2);
});

test("two conditions that each have a time of their own keep it", () => {
  const { where } = queryOf("SIMs with alerts this month but none last month");
  expect(where).toMatchObject({
    and: [
      { related: "alerts", where: { label: "this month" } },
      { not: { related: "alerts", where: { label: "last month" } } },
    ],
  });
});
