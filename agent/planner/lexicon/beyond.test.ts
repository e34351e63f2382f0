import { expect, test } from "vitest";
import { ask } from "../testing.ts";

test.each([
  ["SIMs above the 90th percentile of usage last month", /beyond a percentile/],
  ["what would it cost to move TankWatch to Plus 500", /stands in its preview/],
  ["how many devices connected per day this month", /last seen/],
  ["SIMs with both data and SMS quota exhausted", /are two/],
])("%s: no query says it, so it is asked about", (question, says) => {
  expect(ask(question)).toMatchObject({
    kind: "clarify",
    question: expect.stringMatching(says),
  });
});

test("what resembles it and can be said is answered", () => {
  expect(ask("90th percentile of daily usage per SIM in September").kind).toBe("query");
  expect(ask("how many SIMs were last seen per day this month").kind).toBe("query");
});
