import { expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

it("the ratio of two states divides their numbers, the first one said by the second", () => {
  const { measures, where } = queryOf("ratio of failed to delivered SMS in September");
  expect(measures?.[0]).toMatchObject({
    as: "ratio",
    measure: {
      op: "ratio",
      a: { where: { value: "failed" } },
      b: { where: { value: "delivered" } },
    },
  });
  expect(JSON.stringify(where)).not.toContain("failed");
});

it("a ratio of one thing is asked about", () => {
  expect(ask("ratio of failed SMS").kind).toBe("clarify");
  expect(ask("ratio of failed to active SMS").kind).toBe("clarify");
});
