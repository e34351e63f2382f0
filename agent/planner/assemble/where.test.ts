import { expect, test } from "vitest";
import { queryOf } from "../testing.ts";

test("never is of the day that is named behind it", () => {
  const text = JSON.stringify(
    queryOf("SIMs that attached but never started a session yesterday").where,
  );
  expect(text.match(/2026-10-20T/g)).toHaveLength(2);
});
